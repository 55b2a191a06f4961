#!/bin/sh
# Install those of the named Debian packages that are missing; where that is not possible, say so and go on.
set -eu

present() {
    case $1 in
        libreoffice-writer-nogui) command -v soffice ;;
        fontconfig) command -v fc-match ;;
        poppler-utils) command -v pdftotext ;;
        nodejs) command -v node ;;
        npm) command -v npm ;;
        *) dpkg-query --show --showformat='${Status}' "$1" | grep -q 'ok installed' ;;
    esac >/dev/null 2>&1
}

missing=
for package in "$@"; do
    present "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

skip() {
    echo "Còn thiếu các gói Debian:$missing ($1). Hãy cài bằng: apt-get install$missing" >&2
    exit 0
}

command -v apt-get >/dev/null || skip 'máy này không dùng apt-get'
if [ "$(id -u)" = 0 ]; then
    root=
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    root=sudo
else
    skip 'không có quyền quản trị'
fi

apt() {
    $root env DEBIAN_FRONTEND=noninteractive apt-get -q "$@"
}
install() {
    # shellcheck disable=SC2086 # the names are to be split
    apt install --yes --no-install-recommends $missing
}

echo "Cài các gói Debian:$missing"
install || { apt update && install; } || skip 'apt-get không cài được'
