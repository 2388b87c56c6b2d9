// Shows what live.js hears: the number of unread notices, a polite toast, the state of the line.
const MAX_TOASTS = 3;
const TOAST_MS = 12_000;
const LINE_LOST_AFTER_MS = 6_000;
// Nothing new: only another look at what is there.
const SILENT = new Set(["resync", "pageshow", "rights"]);

const region = document.querySelector("[data-toasts]");
const texts = region.dataset;
let unreadTimer = 0;
let lineTimer = 0;

function showUnread(count) {
  for (const badge of document.querySelectorAll("[data-unread]")) {
    badge.hidden = count === 0;
    badge.querySelector("[data-unread-number]").textContent = count > 99 ? "99+" : String(count);
  }
}

async function fetchUnread() {
  try {
    const answer = await fetch("/meldingen/stand", { headers: { Accept: "application/json" } });
    if (answer.ok && !answer.redirected) showUnread((await answer.json()).unread);
  } catch {
    // The number stays as it was; the next event asks again.
  }
}

function toast(text) {
  const line = document.createElement("div");
  line.className = "sp-toast";
  const words = document.createElement("span");
  words.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "sp-toast__close";
  close.textContent = texts.close;
  close.addEventListener("click", () => line.remove());
  line.append(words, close);
  region.append(line);
  while (region.children.length > MAX_TOASTS) region.firstElementChild.remove();
  fade(line);
}

// A toast under the pointer or with the focus stays: nobody loses what he is reading.
function fade(line) {
  setTimeout(() => {
    if (line.matches(":hover, :focus-within")) fade(line);
    else line.remove();
  }, TOAST_MS);
}

document.body.addEventListener("melding", ({ detail }) => {
  if (SILENT.has(detail.kind)) return;
  toast(detail.case ? texts.inCase.replace("{zaak}", detail.case) : texts.somewhere);
  clearTimeout(unreadTimer);
  unreadTimer = setTimeout(() => void fetchUnread(), 100);
});

document.body.addEventListener("ongelezen", ({ detail }) => showUnread(detail.unread));

document.body.addEventListener("verbinding", ({ detail }) => {
  const banner = document.querySelector("[data-line-lost]");
  clearTimeout(lineTimer);
  if (detail.live) banner.hidden = true;
  else lineTimer = setTimeout(() => (banner.hidden = false), LINE_LOST_AFTER_MS);
});

// What is on the screen is no longer for who sits before it, or is no more: it goes, whatever was
// typed as well.
document.body.addEventListener("toegang:einde", ({ detail }) => {
  const main = document.querySelector("main");
  const isDestroyed = detail.why === "destroyed";
  const title = isDestroyed ? texts.destroyed : texts.ended;
  const text = { person: texts.endedForPerson, page: texts.endedForPage, destroyed: texts.endedAsDestroyed };
  const heading = document.createElement("h1");
  heading.className = "utrecht-heading-1";
  heading.tabIndex = -1;
  heading.textContent = title;
  const line = document.createElement("p");
  line.className = "utrecht-paragraph";
  line.textContent = text[detail.why];
  const link = document.createElement("a");
  link.href = "/";
  link.className = "utrecht-link";
  link.textContent = texts.goOn;
  main.replaceChildren(heading, line, link);
  for (const trail of document.querySelectorAll(".utrecht-breadcrumb-nav, [data-toasts] > *")) trail.remove();
  document.title = `${title} – Schakelpunt`;
  heading.focus();
});
