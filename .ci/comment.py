"""Keeps one comment of ours on a pull request (GitHub) or merge request (GitLab) up to date.

    comment.py find COMMIT      GitHub: print number=… and base=… of the open pull request whose head is COMMIT, and
                                preview=PLACE where the commit lies in this repository and not in a fork
    comment.py open             GitHub: print the numbers of all open pull requests
    comment.py put FILE         make FILE the text of our comment

On GitHub NUMBER, GH_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY are read from the environment; on GitLab REVIEW_TOKEN,
CI_API_V4_URL, CI_PROJECT_ID and CI_MERGE_REQUEST_IID. Standard library only.
"""

import json
import os
import sys
import urllib.request
from pathlib import Path

MARK = "<!-- report-review -->"
LIMITS = {"github": 65_536, "gitlab": 1_000_000}


def main(arguments):
    """Run a verb and give the exit status."""
    verb, *given = arguments
    if verb == "put":
        return put(Path(*given).read_text(encoding="utf-8"))
    for line in find(*given) if verb == "find" else opened():
        print(line)
    return 0


def opened():
    """Give the numbers of all open pull requests."""
    return [pull["number"] for pull in pages(f"{github()}/pulls?state=open")]


def find(commit):
    """Give the open pull request of a commit as `name=value` lines; none where there is none. It is looked up by the
    commit's full id: what a pull request says of itself is not believed."""
    for pull in pages(f"{github()}/pulls?state=open"):
        if pull["head"]["sha"] == commit:
            own = (pull["head"].get("repo") or {}).get("full_name") == os.environ["GITHUB_REPOSITORY"]
            place = [f"preview=preview/{pull['number']}"] if own else []
            return [f"number={pull['number']}", f"base={pull['base']['sha']}", *place]
    return []


def put(text):
    """Write or rewrite our comment; 1 where it is longer than the host takes."""
    host = "gitlab" if "CI_API_V4_URL" in os.environ else "github"
    body = f"{MARK}\n{text}"
    if len(body) > LIMITS[host]:
        print("The comment is longer than the host takes.", file=sys.stderr)
        return 1
    many, one, change = gitlab_notes() if host == "gitlab" else github_comments()
    own = next((c["id"] for c in pages(many) if c["body"].startswith(MARK) and is_ours(host, c)), None)
    ask("POST" if own is None else change, many if own is None else f"{one}/{own}", {"body": body})
    return 0


def is_ours(host, comment):
    """Tell whether a comment was written by a program; a person's that quotes ours is left alone."""
    return host == "gitlab" or comment["user"]["type"] == "Bot"


def github():
    return f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}"


def github_comments():
    return f"{github()}/issues/{int(os.environ['NUMBER'])}/comments", f"{github()}/issues/comments", "PATCH"


def gitlab_notes():
    project = f"{os.environ['CI_API_V4_URL']}/projects/{os.environ['CI_PROJECT_ID']}"
    notes = f"{project}/merge_requests/{os.environ['CI_MERGE_REQUEST_IID']}/notes"
    return notes, notes, "PUT"


def pages(address):
    """Give the items of all pages of a list."""
    number = 1
    while True:
        items = ask("GET", f"{address}{'&' if '?' in address else '?'}per_page=100&page={number}")
        yield from items
        if len(items) < 100:
            return
        number += 1


def ask(method, address, data=None):
    """Send a request and give the answer; raises HTTPError where it is refused."""
    body = None if data is None else json.dumps(data).encode()
    request = urllib.request.Request(address, data=body, method=method)
    request.add_header("Content-Type", "application/json")
    if "REVIEW_TOKEN" in os.environ:
        request.add_header("PRIVATE-TOKEN", os.environ["REVIEW_TOKEN"])
    else:
        request.add_header("Authorization", f"Bearer {os.environ['GH_TOKEN']}")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
