#!/bin/sh
# Takes a copy of the fictional example through approval, engrossment, execution, a dated copy and a
# deed of variation; then one word changes.
# Usage: demo/sign-off.sh S75 FOLDER. Nothing outside FOLDER is written. Bodies and offices are those of the example.
set -eu

s75=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
from=$(cd "$(dirname "$0")/.." && pwd)
rm -rf "$2"
mkdir -p "$2/agreements/example"
cd "$2"
cp -R "$from/agreements/example/2025" agreements/example/2025
clauses=agreements/example/2025/agreement.yaml

says() { printf '\n== %s\n' "$1"; }
decides() { "$s75" approve example/2025 "$@" --yes > /dev/null; }
standing() { "$s75" approve example/2025 --date "$1" || test $? = 1; }
changed() { sed "s/$1/$2/" "$clauses" > changed && ! cmp -s changed "$clauses" && mv changed "$clauses"; }

says "Cabinet approves the text substantially as drafted; its delegate may decide on later edits"
decides ap-hwb --reference "Minute 12" --date 2025-02-20
decides ap-cabinet --reference "Minute 47" --date 2025-03-04 --substantially \
    --delegate "Head of Integrated Commissioning" --limits "Nothing that changes a sum, a function, a liability or the term"
standing 2025-03-04

says "A word of clause 6 is changed before signing"
changed "shall keep a record of the approvals" "shall keep the record of the approvals"
standing 2025-03-06

says "The delegate of Cabinet and the other bodies decide on the text as it now stands"
decides ap-hwb --reference "Minute 19" --date 2025-03-13
decides ap-cabinet --reference "Delegated decision 8" --date 2025-03-14 --under given-ap-cabinet-2025-03-04
decides ap-icb --reference "Minute 31" --date 2025-03-20
decides ap-bcf --reference "Letter of 21 March 2025" --date 2025-03-21
standing 2025-03-21

says "The engrossment is printed and executed; the copy is dated"
"$s75" render example/2025 --final -o engrossment.docx --date 2025-03-24
"$s75" execute example/2025 --dated 2025-03-28 --date 2025-03-28 --counterparts 2 \
    --by executed-by-council="Authorised Officer" --seal executed-by-council=1482 \
    --by executed-by-icb="Chief Executive" --by executed-by-icb="Chief Finance Officer" --seal executed-by-icb=77
"$s75" render example/2025 --conformed -o conformed-copy.docx --date 2025-04-01
"$s75" verify conformed-copy.docx
"$s75" list --date 2025-04-01

says "A year later the Parties vary it: the deed is drawn up from the edited files, approved, signed and recorded"
changed "tell the Pool Manager within ten Working Days" "tell the Pool Manager within five Working Days"
"$s75" remove vat-change example/2025 > /dev/null
"$s75" vary example/2025 --from conformed-copy.docx --date 2026-02-02
decides ap-hwb --reference "Minute 3" --date 2026-02-19
decides ap-cabinet --reference "Minute 9" --date 2026-03-03
decides ap-icb --reference "Minute 5" --date 2026-03-12
decides ap-bcf --reference "Letter of 13 March 2026" --date 2026-03-13
"$s75" vary example/2025 --from conformed-copy.docx --final --effective 2026-04-01 -o deed-of-variation.docx --date 2026-03-16
"$s75" execute example/2025 --from conformed-copy.docx --dated 2026-03-26 --effective 2026-04-01 --date 2026-03-26 \
    --by executed-by-council="Authorised Officer" --seal executed-by-council=1533 \
    --by executed-by-icb="Chief Executive" --by executed-by-icb="Chief Finance Officer" --seal executed-by-icb=81
"$s75" render example/2025 --conformed -o consolidated-text.docx --date 2026-04-02
"$s75" verify consolidated-text.docx
"$s75" list --date 2026-04-02

says "One word is changed afterwards: what is no longer covered, and that no dated copy of it can be printed"
changed "shall keep the record of the approvals" "may keep the record of the approvals"
standing 2026-04-03
"$s75" validate example/2025 || test $? = 1
"$s75" render example/2025 --conformed -o altered.docx --date 2026-04-03 || test $? = 1
test ! -e altered.docx
