#!/bin/sh
# Writes the branch that is served as the web site, and leaves the rest of it as it is.
#
#   pages.sh put FOLDER [PLACE]      put a folder's files at PLACE of the branch; without PLACE at its top
#   pages.sh keep-previews NUMBER…   remove the previews of all other pull requests
#   pages.sh fetch NUMBER            fetch the commits of a pull request, without checking anything out
#
# REMOTE is the repository's address; on GitHub it is made of the environment. The branch keeps one commit only, so that
# years of PDFs do not pile up in it.
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

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# 2 says that there is no such branch yet; any other failure must not end in an empty one.
known=0
git ls-remote -q --exit-code --heads "$REMOTE" "$BRANCH" > /dev/null || known=$?
case $known in
  0) git clone -q --depth 1 --branch "$BRANCH" "$REMOTE" "$work" ;;
  2) git init -q "$work" ;;
  *) exit "$known" ;;
esac

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

cd "$work"
git checkout -q --orphan fresh
git add -A
git -c user.name="archive" -c user.email="archive@users.noreply.github.com" commit -q --allow-empty -m "Publish"
git push -q --force "$REMOTE" "HEAD:refs/heads/$BRANCH"
