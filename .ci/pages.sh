#!/bin/sh
# Writes the branch that is served as the web site, and leaves the rest of it as it is.
#
#   pages.sh put FOLDER [PLACE]      put a folder's files at PLACE of the branch; without PLACE at its top
#   pages.sh drop PLACE              remove what lies at PLACE
#   pages.sh keep-previews NUMBER…   remove the previews of all other pull requests
#   pages.sh fetch NUMBER            fetch the commits of a pull request, without checking anything out
#
# REMOTE is the repository's address; on GitHub it is made of the environment. The branch keeps one commit only, so that
# years of PDFs do not pile up in it. Several jobs may write at a time: who finds the branch changed begins again.
set -eu

: "${BRANCH:=gh-pages}"
if [ -z "${REMOTE:-}" ]; then
  REMOTE="https://x-access-token:${GH_TOKEN}@${GITHUB_SERVER_URL#https://}/${GITHUB_REPOSITORY}.git"
fi

verb=$1
shift

if [ "$verb" = fetch ]; then
  git fetch -q "$REMOTE" "refs/pull/$1/head"
  exit
fi

base=$(mktemp -d)
trap 'rm -rf "$base"' EXIT

change() {
  case $verb in
    put)
      source=$(cd "$1" && pwd)
      place=${2:-}
      if [ -z "$place" ]; then
        find "$work" -mindepth 1 -maxdepth 1 ! -name .git ! -name preview -exec rm -rf {} +
      else
        rm -rf "${work:?}/$place"
      fi
      mkdir -p "$work/$place"
      cp -R "$source/." "$work/$place/"
      touch "$work/.nojekyll"
      ;;
    drop)
      rm -rf "${work:?}/${1:?}"
      ;;
    keep-previews)
      for folder in "$work"/preview/*/; do
        [ -d "$folder" ] || continue
        number=$(basename "$folder")
        case " $* " in *" $number "*) ;; *) rm -rf "$folder" ;; esac
      done
      ;;
    *)
      echo "pages.sh: unknown verb: $verb" >&2
      exit 2
      ;;
  esac
}

for attempt in 1 2 3 4 5; do
  work="$base/$attempt"
  # 2 says that there is no such branch yet; any other failure must not end in an empty one.
  known=0
  git ls-remote -q --exit-code --heads "$REMOTE" "$BRANCH" > /dev/null || known=$?
  case $known in
    0) git clone -q --depth 1 --branch "$BRANCH" "$REMOTE" "$work" && before=$(git -C "$work" rev-parse HEAD) ;;
    2)
      [ "$verb" = put ] || exit 0 # there is nothing to take away yet
      git init -q "$work" && before=
      ;;
    *) exit "$known" ;;
  esac
  change "$@"
  git -C "$work" checkout -q --orphan fresh
  git -C "$work" add -A
  git -C "$work" -c user.name="archive" -c user.email="archive@users.noreply.github.com" commit -q --allow-empty -m "Publish"
  # Only where the branch still is what it was, or still is not there.
  if git -C "$work" push -q --force-with-lease="refs/heads/$BRANCH:$before" "$REMOTE" "HEAD:refs/heads/$BRANCH"; then
    exit
  fi
  rm -rf "$work"
  sleep "$attempt"
done
echo "pages.sh: the branch $BRANCH could not be written." >&2
exit 1
