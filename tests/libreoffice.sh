#!/usr/bin/env bash
# Makes LibreOffice available to the tests where that can be done: 25.2 from Debian's backports suite, as root, on the machine's own package source.
# Elsewhere the tests that need it are left out, and pytest says so.
set -u
version() { soffice --version 2>/dev/null | sed -nE 's/^LibreOffice ([0-9]+)\.([0-9]+).*/\1\2/p'; }
need=(fonts-liberation libreoffice-calc libreoffice-writer python3-uno libreoffice-dev xvfb xdotool x11-utils imagemagick poppler-utils fonts-noto-cjk)
missing() { for package in "${need[@]}"; do dpkg -s "$package" >/dev/null 2>&1 || { echo "$package"; }; done; }

command -v apt-get >/dev/null || { echo "LibreOffice: no apt-get here, its tests will be left out unless soffice is installed"; exit 0; }
if [ "$(version)" != "" ] && [ "$(version)" -ge 252 ] && [ -z "$(missing)" ]; then exit 0; fi
if [ "$(id -u)" != 0 ]; then echo "LibreOffice: not root, cannot install it; its tests will be left out unless soffice is installed"; exit 0; fi

codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
suite=()
if [ "$codename" = bookworm ]; then
  # The mirror and its key are taken from the machine's own list of sources.
  source=$(grep -lE '^URIs:' /etc/apt/sources.list.d/*.sources 2>/dev/null | xargs -r grep -lE "^Suites:.*\b$codename\b" | head -n 1)
  if [ -n "$source" ]; then
    mirror=$(awk '/^URIs:/ {print $2; exit}' "$source")
    key=$(awk '/^Signed-By:/ {print $2; exit}' "$source")
    echo "deb ${key:+[signed-by=$key] }$mirror $codename-backports main" > /etc/apt/sources.list.d/ziping-backports.list
  else
    mirror=$(awk -v suite="$codename" '$1 == "deb" && $3 == suite {print $2; exit}' /etc/apt/sources.list 2>/dev/null)
    [ -n "$mirror" ] && echo "deb $mirror $codename-backports main" > /etc/apt/sources.list.d/ziping-backports.list
  fi
  [ -e /etc/apt/sources.list.d/ziping-backports.list ] && suite=(-t "$codename-backports")
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -y -qq --no-install-recommends "${suite[@]}" "${need[@]}" >/dev/null \
  || echo "LibreOffice: could not be installed, its tests will be left out"
exit 0
