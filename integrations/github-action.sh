#!/usr/bin/env bash
# What the GitHub Action runs: annotations for the pull request, and the further reports asked for.
# The environment has GONGWEN (the command) and the action's inputs as INPUT_…; see action.yml.
set -euo pipefail

lines() { # the non-empty lines of a text, as the array `items`
  items=()
  while IFS= read -r line; do
    if [[ -n ${line//[[:space:]]/} ]]; then items+=("$line"); fi
  done <<<"$1"
}

lines "$INPUT_ARGS"
options=(${items[@]+"${items[@]}"})
lines "$INPUT_PATHS"
paths=("${items[@]}")

for report in sarif html; do
  name="INPUT_${report^^}"
  if [[ -n ${!name} ]]; then
    "$GONGWEN" lint ${options[@]+"${options[@]}"} --fail-on never --format "$report" \
      -o "${!name}" -- "${paths[@]}"
  fi
done
exec "$GONGWEN" lint ${options[@]+"${options[@]}"} --fail-on "$INPUT_FAIL_ON" --format github \
  -- "${paths[@]}"
