"""The inputs of the recorded programs: all made here, the same on every run.

Each function fills a directory with what one recording of make-recordings reads.
"""

import json
import random
import subprocess

WORDS = (
    "heap stack block header footer list free tag word page frame fault cache line index size"
    " class arena bump slab buddy order tree node root left right first next best worst fit split"
    " merge coalesce request payload address offset align pointer object owner drop scope life"
    " program process fork copy write read map area table entry bit mask shift lock thread"
).split()


def prose(seed, lines, longest=12):
    """Lines of random words, with numbers among them."""
    dice = random.Random(seed)
    text = []
    for _ in range(lines):
        words = [dice.choice(WORDS) for _ in range(dice.randint(2, longest))]
        if dice.random() < 0.2:
            words.append(str(dice.randint(1, 10**6)))
        text.append(" ".join(words).capitalize() + ".")
    return "\n".join(text) + "\n"


def documents(seed, count):
    """JSON values nested up to four deep: strings, numbers, lists and maps of all sizes."""
    dice = random.Random(seed)

    def value(depth):
        pick = dice.random()
        if depth == 0 or pick < 0.35:
            return " ".join(dice.choice(WORDS) for _ in range(int(dice.paretovariate(1.2)) % 60))
        if pick < 0.55:
            return dice.randint(-(10**9), 10**9) if pick < 0.45 else dice.random()
        if pick < 0.75:
            return [value(depth - 1) for _ in range(dice.randint(0, 8))]
        return {f"{dice.choice(WORDS)}{n}": value(depth - 1) for n in range(dice.randint(0, 6))}

    return [{"id": n, "body": value(4)} for n in range(count)]


def git_repository(directory):
    """400 commits to 40 text files, packed tightly: git log must undo long chains of deltas."""
    dice = random.Random(1)
    files = {
        f"src/{WORDS[n]}/{WORDS[-n - 1]}.txt": prose(
            n, int(40 * dice.paretovariate(0.8)) % 3000
        ).split("\n")
        for n in range(40)
    }
    stream = []
    for number in range(1, 401):
        message = prose(dice.random(), int(dice.paretovariate(0.9)) % 40 + 1)
        author = f"{dice.choice(WORDS).title()} <{dice.choice(WORDS)}@example.org>"
        seconds = 10**9 + number * 4321
        stream.append(f"commit refs/heads/main\nmark :{number}\n")
        stream.append(f"author {author} {seconds} +0000\ncommitter {author} {seconds} +0000\n")
        stream.append(f"data {len(message)}\n{message}")
        if number > 20 and dice.random() < 0.1:
            stream.append(f"from :{number - 1}\nmerge :{number - dice.randint(2, 19)}\n")
        for name in dice.sample(sorted(files), dice.randint(1, 3)):
            lines = files[name]
            for _ in range(dice.randint(1, 6)):
                lines.insert(dice.randint(0, len(lines)), prose(dice.random(), 1).strip())
            text = "\n".join(lines)
            stream.append(f"M 100644 inline {name}\ndata {len(text)}\n{text}\n")
    for arguments, given in {
        "init -q -b main": "",
        "fast-import --quiet": "".join(stream),
        "-c pack.threads=1 repack -q -a -d -f --depth=250 --window=50": "",
    }.items():
        git = ["git", "-C", directory, *arguments.split()]
        subprocess.run(git, input=given.encode(), check=True)


def json_documents(directory):
    (directory / "documents.json").write_text(json.dumps(documents(2, 300)))
    (directory / "report.py").write_text("""\
import json

with open("documents.json") as file:
    documents = json.load(file)
by_size = sorted(documents, key=lambda document: len(json.dumps(document)))
texts = {document["id"]: json.dumps(document, indent=1) for document in by_size[:120]}
del documents, by_size
again = [json.loads(text) for text in texts.values()]
print(len(texts), sum(len(document) for document in again))
""")


def jq_documents(directory):
    (directory / "documents.json").write_text(json.dumps(documents(3, 250)))
    (directory / "report.jq").write_text(
        "map(select(.id % 3 == 0) | {id, texts: [.. | strings | ascii_upcase]})"
        " | group_by(.texts | length) | map({count: length, ids: map(.id)})\n"
    )


def c_source(directory):
    """A C file of 65 functions over a list, a tree and an array."""
    dice = random.Random(4)
    code = ["struct node { struct node *left, *right; int key, count; long sum; };"]
    code.append("extern struct node *fresh(int key);\nextern int table[1024];")
    for n in range(65):
        a, b, c = (dice.randint(1, 999) for _ in range(3))
        body = [f"static int step_{n}(struct node *p, int x) {{", f"    int y = x * {a} + {b};"]
        for _ in range(dice.randint(1, 6)):
            body += dice.choice(
                (
                    f"    for (int i = 0; i < (y & {c}); i++) table[i & 1023] += x ^ i;",
                    f"    while (p && p->key > y) {{ p = p->left; y += {a}; }}",
                    f"    if (p && p->count == {b}) p->sum += (long)y << (x & 7);",
                    f"    switch (y % 5) {{ case 0: y = {a}; break; case 3: y ^= x;"
                    " default: y++; }",
                    f"    if (!p) p = fresh(y % {c}); else p->right = p->left;",
                )
            ).split("\n")
        if n > 0:
            body.append(f"    y += step_{dice.randrange(n)}(p, y >> 1);")
        code += body + ["    return y;", "}"]
    code.append("int all(struct node *p) { int s = 0;")
    code += [f"    s += step_{n}(p, s);" for n in range(0, 65, 3)] + ["    return s; }"]
    (directory / "steps.c").write_text("\n".join(code) + "\n")


def database(directory):
    """A script that fills three tables, indexes them, changes them and asks questions."""
    dice = random.Random(5)
    names = [f"{a} {b}" for a in WORDS for b in WORDS[:8]]
    script = ["CREATE TABLE part(id INTEGER PRIMARY KEY, name TEXT, size INTEGER, note TEXT);"]
    script.append("CREATE TABLE use(part INTEGER, day INTEGER, amount REAL);\nBEGIN;")
    for n in range(2500):
        note = prose(n, 1, dice.choice((3, 3, 3, 60))).strip()
        script.append(
            f"INSERT INTO part VALUES({n},'{dice.choice(names)}',{dice.randint(1, 9999)},'{note}');"
        )
        if n % 2:
            script.append(f"INSERT INTO use VALUES({dice.randrange(n)},{n % 365},{dice.random()});")
    script.append(
        "COMMIT;\nCREATE INDEX by_name ON part(name);\nCREATE INDEX by_part ON use(part);"
    )
    for word in WORDS[:40]:
        script.append(
            f"SELECT name, count(*), sum(amount), group_concat(day) FROM part JOIN use ON id = part"
            f" WHERE name LIKE '%{word}%' GROUP BY name ORDER BY 3 DESC LIMIT 5;"
        )
        script.append(f"UPDATE part SET note = note || ' {word}' WHERE name LIKE '{word}%';")
        script.append(f"DELETE FROM part WHERE size < {dice.randint(1, 60)};")
    (directory / "parts.sql").write_text("\n".join(script) + "\n")


def vim_edit(directory):
    (directory / "text.txt").write_text(prose(6, 800))
    (directory / "edit.vim").write_text("""\
set nocompatible undolevels=1000
%s/block/area/g
g/free/move 0
%s/\\(\\w\\+\\) \\(\\w\\+\\)/\\2 \\1/
normal! gg100ddGp
let counts = {}
for word in split(join(getline(1, '$')), '\\W\\+')
  let counts[word] = get(counts, word, 0) + 1
endfor
call append(0, map(sort(keys(counts)), 'v:val . " " . counts[v:val]'))
g/list/copy $
%!sort
undo
undo
redo
sort u
write! result.txt
quit!
""")


def perl_text(directory):
    (directory / "text.txt").write_text(prose(7, 2500))
    (directory / "index.pl").write_text("""\
use strict;
use warnings;
my (%lines_of, %pairs, @paragraph);
while (my $line = <>) {
    chomp $line;
    my @words = map { lc } $line =~ /(\\w+)/g;
    push @{ $lines_of{$_} }, $. for @words;
    $pairs{"$words[$_] $words[$_ + 1]"}++ for 0 .. $#words - 1;
    push @paragraph, $line;
    next if $. % 25;
    my $text = join ' ', @paragraph;
    $text =~ s/(\\d+)/sprintf('%x', $1)/ge;
    print length($text), ' ', substr($text, 0, 40), "\\n";
    @paragraph = ();
}
for my $word (sort { @{ $lines_of{$b} } <=> @{ $lines_of{$a} } || $a cmp $b } keys %lines_of) {
    print "$word: @{ $lines_of{$word} }[0 .. 1]\\n" if @{ $lines_of{$word} } > 1;
}
my @best = (sort { $pairs{$b} <=> $pairs{$a} || $a cmp $b } keys %pairs)[0 .. 20];
print "$_ $pairs{$_}\\n" for @best;
""")


def bash_script(directory):
    (directory / "text.txt").write_text(prose(8, 60))
    (directory / "count.sh").write_text("""\
declare -A count
declare -a lines
while read -r -a words; do
    lines+=("${words[*]}")
    for word in "${words[@]}"; do
        word=${word,,}
        count[${word%.}]=$((${count[${word%.}]:-0} + 1))
    done
done < text.txt
for ((i = ${#lines[@]} - 1; i >= 0; i--)); do
    line=${lines[i]//heap/stack}
    [[ $line =~ ([0-9]+) ]] && line="${BASH_REMATCH[1]} $line"
    all+="$line "
    unset "lines[i]"
done
for word in "${!count[@]}"; do printf '%s %d\\n' "$word" "${count[$word]}"; done > result.txt
echo ${#all}
""")


def awk_text(directory):
    (directory / "text.txt").write_text(prose(9, 2000))
    (directory / "lengths.awk").write_text("""\
{
    for (i = 1; i <= NF; i++) { seen[$i] = seen[$i] " " NR; length_of[$i, NR % 7] += length($0) }
    history = history substr($0, 1, 5)
    if (NR % 50 == 0) { n = split(history, part, "e"); total += n; history = "" }
}
END {
    for (word in seen) print word, length(seen[word]), toupper(substr(seen[word], 1, 20))
    print total
}
""")


def lua_life(directory):
    """A program whose garbage is collected: memory grows and falls in a saw-tooth."""
    (directory / "life.lua").write_text("""\
local alive = {}
local dice = 1
for n = 1, 700 do
  dice = dice * 1103515245 + 12345 & 0x7fffffff
  alive[(dice >> 8) % 48 .. "," .. (dice >> 16) % 40] = true
end
for generation = 1, 30 do
  local neighbours = {}
  for cell in pairs(alive) do
    local x, y = cell:match("(%d+),(%d+)")
    for dx = -1, 1 do
      for dy = -1, 1 do
        if dx ~= 0 or dy ~= 0 then
          local key = ((x + dx) % 48 // 1 | 0) .. "," .. ((y + dy) % 40 // 1 | 0)
          neighbours[key] = (neighbours[key] or 0) + 1
        end
      end
    end
  end
  local after, row = {}, {}
  for key, count in pairs(neighbours) do
    if count == 3 or count == 2 and alive[key] then
      after[key] = true
      row[#row + 1] = key
    end
  end
  table.sort(row)
  print(generation, #row, #table.concat(row, " "))
  alive = after
end
""")


def xml_tree(directory):
    """A document of some 3,000 elements: a tree is built node by node and freed as a whole."""
    dice = random.Random(11)
    parts = ["<course>"]
    for n in range(1000):
        kind = dice.choice(("lecture", "exercise", "picture"))
        parts.append(f'<{kind} id="n{n}" level="{dice.randint(1, 3)}">')
        parts.append(f"<title>{prose(n, 1, 5).strip()}</title>")
        parts.append(f"<text>{prose(n, dice.randint(1, 4)).strip()}</text></{kind}>")
    (directory / "course.xml").write_text("\n".join(parts) + "\n</course>\n")


def troff_text(directory):
    dice = random.Random(12)
    text = [".TH HEAP 7", ".SH NAME", "heap \\- a made-up page"]
    for n in range(60):
        text.append(f".SH {dice.choice(WORDS).upper()}" if n % 10 == 0 else ".PP")
        text.append(prose(n, 3).strip())
        text.append(
            f".TP\n.B {dice.choice(WORDS)}\n\\fI{dice.choice(WORDS)}\\fP " + prose(n, 1)[:-1]
        )
    (directory / "page.7").write_text("\n".join(text) + "\n")


def makefile(directory):
    """300 targets in a graph, with variables and pattern rules."""
    dice = random.Random(13)
    rules = ["SOURCES := " + " ".join(f"src/{w}{n}.c" for w in WORDS for n in range(4))]
    rules.append("OBJECTS := $(patsubst src/%.c,out/%.o,$(SOURCES))\nall: $(OBJECTS) program")
    rules.append("out/%.o: src/%.c ; cc -Iinclude $(FLAGS_$*) -c -o $@ $<\n%.c: ; generate $@")
    for n in range(150):
        name = f"{dice.choice(WORDS)}{dice.randrange(4)}"
        rules.append(f"FLAGS_{name} = -D{name.upper()} $(filter out/{name[0]}%,$(OBJECTS))")
        rules.append(f"out/{name}.o: include/{dice.choice(WORDS)}.h include/{dice.choice(WORDS)}.h")
    rules += [f"include/{w}.h: ; touch $@" for w in WORDS]
    rules.append("program: $(sort $(OBJECTS)) ; cc -o $@ $^")
    (directory / "Makefile").write_text("\n".join(rules) + "\n")


def grep_text(directory):
    (directory / "text.txt").write_text(prose(14, 4000))
    (directory / "patterns").write_text(
        "\n".join(f"{a}.*({b}|{c}s?) [a-z]+{d[0]}" for a, b, c, d in zip(*[iter(WORDS)] * 4)) + "\n"
    )


def sort_lines(directory):
    (directory / "text.txt").write_text(prose(15, 20000))
