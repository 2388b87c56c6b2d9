// Hears from the server that something is new, over a socket or else by asking every 20 seconds.
// It dispatches on <body>: `melding` (always), `melding:<zaak>` or `melding:alles`, `verbinding`, and
// `toegang:einde` when this page, or this person, may no longer be here, or what it showed is destroyed.
const POLL_MS = 20_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
const SILENCE_MS = 75_000;
const TAKES_AWAY = new Set(["disclosure_withdrawn", "participation_ended"]);

const body = document.body;
const seen = { epoch: body.dataset.epoch ?? "", seq: Number(body.dataset.seq ?? 0) };
let socket = null;
let attempts = 0;
let isAgain = false;
let isEnded = false;
let pollTimer = 0;
let retryTimer = 0;
let silenceTimer = 0;

function tell(name, detail = {}) {
  body.dispatchEvent(new CustomEvent(name, { detail, bubbles: false }));
}

function announce(detail) {
  tell("melding", detail);
  tell(detail.case ? `melding:${detail.case}` : "melding:alles", detail);
}

function adopt({ epoch, seq }) {
  seen.epoch = String(epoch ?? seen.epoch);
  seen.seq = Number(seq);
}

const onFrame = {
  welcome: (frame) => {
    attempts = 0;
    stopPolling();
    adopt(frame);
    tell("verbinding", { live: true });
    if (isAgain) void lookAgain();
    isAgain = true;
  },
  event: (frame) => {
    if (frame.seq <= seen.seq) return;
    adopt(frame);
    announce({ kind: frame.kind, case: frame.case ?? null });
    if (TAKES_AWAY.has(frame.kind)) void lookAgain();
  },
  rights: () => {
    void lookAgain();
    // The page may stay, and what it lists may have become less.
    announce({ kind: "rights", case: null });
    void ask(false);
  },
  resync: () => {
    void lookAgain();
    announce({ kind: "resync", case: null });
    void ask(false);
  },
  ping: () => {},
};

function connect() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  socket = new WebSocket(`${scheme}://${location.host}/ws/meldingen`);
  socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "hello", ...seen })));
  socket.addEventListener("message", ({ data }) => {
    watchSilence();
    const frame = JSON.parse(data);
    onFrame[frame.type]?.(frame);
  });
  socket.addEventListener("close", onClose);
}

function onClose({ code }) {
  clearTimeout(silenceTimer);
  startPolling();
  // 4401 and 4403: the server no longer accepts this session; the browser may have a newer one.
  if (code === 4401 || code === 4403) void comeBackOrEnd();
  else connectLater();
}

function connectLater() {
  const ceiling = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts);
  attempts += 1;
  retryTimer = setTimeout(connect, ceiling / 2 + Math.random() * (ceiling / 2));
}

async function comeBackOrEnd() {
  try {
    const answer = await fetch("/meldingen/stand", { headers: { Accept: "application/json" } });
    if (answer.ok && !answer.redirected) {
      connectLater();
      return;
    }
  } catch {
    // Nobody says that one may stay.
  }
  end("person");
}

// Once: what is gone is not asked for again.
function end(why) {
  if (isEnded) return;
  isEnded = true;
  stopPolling();
  tell("toegang:einde", { why });
}

// Asked without contents, so that nobody is on record as having read it again. A page that says why
// there is nothing to see shows nothing that could end, and goes on saying why.
async function lookAgain() {
  if (isEnded || document.querySelector("[data-refusal]")) return;
  try {
    const answer = await fetch(location.href, {
      method: "HEAD",
      headers: { Accept: "application/json" },
      cache: "no-store",
    });
    if ([401, 403, 404].includes(answer.status)) end("page");
    if (answer.status === 410) end("destroyed");
  } catch {
    // No connection at all: the page looks again when its socket is back.
  }
}

function watchSilence() {
  clearTimeout(silenceTimer);
  silenceTimer = setTimeout(() => socket.close(), SILENCE_MS);
}

function startPolling() {
  if (pollTimer || isEnded) return;
  pollTimer = setInterval(() => void ask(true), POLL_MS);
  tell("verbinding", { live: false });
}

function stopPolling() {
  clearInterval(pollTimer);
  pollTimer = 0;
}

async function ask(isPolling) {
  try {
    const answer = await fetch("/meldingen/stand", { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    const now = await answer.json();
    tell("ongelezen", { unread: now.unread });
    // On a live socket its welcome has set where we are; adopting again could skip an event.
    if (!isPolling) return;
    const moved = String(now.epoch) !== seen.epoch || now.seq !== seen.seq;
    adopt(now);
    if (moved) announce({ kind: "poll", case: null });
  } catch {
    // No connection at all: the next turn tries again.
  }
}

// A page from the browser's back-forward cache comes back with a dead socket and old contents.
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    clearTimeout(retryTimer);
    announce({ kind: "pageshow", case: null });
    connect();
  }
});
addEventListener("pagehide", () => {
  socket?.removeEventListener("close", onClose);
  socket?.close();
});

// What was given until a moment is looked at again just after it.
for (const given of document.querySelectorAll("[data-ends-at]")) {
  const left = new Date(given.dataset.endsAt) - Date.now();
  if (left < 2 ** 31 - 1) setTimeout(() => void lookAgain(), Math.max(left, 0) + 500);
}

connect();
