// The search of the reference. `entries`, which stands in front of this, holds [name, kind, summary, address].

const input = document.getElementById("search");
const list = document.getElementById("found");
const root = document.body.dataset.root;
const most = 30;
let chosen = -1;

/** How well an entry fits, the less the better; undefined where it does not. */
function rank([name, , summary], words) {
  const low = name.toLowerCase();
  const short = low.slice(low.indexOf(".") + 1);
  let total = 0;
  for (const word of words) {
    if (low === word || short === word) continue;
    if (short.startsWith(word) || low.startsWith(word)) total += 1;
    else if (low.includes(word)) total += 2;
    else if (summary.toLowerCase().includes(word)) total += 4;
    else return undefined;
  }
  return total + low.length / 1000;
}

function find(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ entry, at: rank(entry, words) }))
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ entry }) => entry);
}

function part(kind, text) {
  const made = document.createElement("span");
  made.className = kind;
  made.textContent = text;
  return made;
}

function show() {
  const found = find(input.value);
  chosen = -1;
  input.removeAttribute("aria-activedescendant");
  list.replaceChildren(
    ...found.map(([name, kind, summary, address], i) => {
      const item = document.createElement("li");
      item.id = `found-${i}`;
      item.role = "option";
      item.ariaSelected = "false";
      const link = document.createElement("a");
      link.href = root + address;
      link.tabIndex = -1;
      link.append(part("name", name), part("kind", kind));
      if (summary !== "") link.append(part("summary", summary));
      item.append(link);
      return item;
    }),
  );
  if (found.length === 0 && input.value.trim() !== "") {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = "Nothing has this in its name or summary.";
    list.append(none);
  }
  open(list.childElementCount > 0);
}

function open(isOpen) {
  list.hidden = !isOpen;
  input.ariaExpanded = String(isOpen);
}

function choose(at) {
  const items = list.querySelectorAll('[role="option"]');
  if (items.length === 0) return;
  items[chosen]?.setAttribute("aria-selected", "false");
  chosen = (at + items.length) % items.length;
  items[chosen].setAttribute("aria-selected", "true");
  items[chosen].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", items[chosen].id);
}

input.addEventListener("input", show);
input.addEventListener("focus", show);
input.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
  else if (event.key === "Escape") open(false);
  else if (event.key === "Enter") {
    const links = list.querySelectorAll("a");
    (links[chosen] ?? links[0])?.click();
    open(false);
  } else return;
  event.preventDefault();
});
list.addEventListener("click", () => open(false));
document.addEventListener("pointerdown", ({ target }) => {
  if (!(target instanceof Element) || target.closest(".search") === null) open(false);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || document.activeElement === input) return;
  event.preventDefault();
  input.focus();
});
