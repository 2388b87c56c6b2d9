// Guards what people type: no double submission, no page left by accident, no fragment replaced
// under someone's hands. And menus close as one expects.
const LEAVE_GUARD = "form[method='post']:not([data-no-guard])";
const MENUS = "details[data-menu][open]";

const dirty = new WeakSet();

function isDirty(root) {
  return [...root.querySelectorAll(LEAVE_GUARD)].some((form) => dirty.has(form));
}

function release(form) {
  form.removeAttribute("data-sent");
  for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
}

document.addEventListener("input", ({ target }) => {
  const form = target.closest?.(LEAVE_GUARD);
  if (form) dirty.add(form);
});

// Runs after handlers that may prevent the submission. The button is not disabled, because a
// disabled button's name and value are not sent.
addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.hasAttribute("data-sent")) {
    event.preventDefault();
    return;
  }
  form.setAttribute("data-sent", "");
  event.submitter?.setAttribute("aria-busy", "true");
  dirty.delete(form);
});

document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  const form = target.closest?.("form");
  if (!form) return;
  release(form);
  if (detail.successful && detail.requestConfig.verb !== "get") dirty.delete(form);
});

addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach(release);
});

addEventListener("beforeunload", (event) => {
  if (isDirty(document)) event.preventDefault();
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const asked = event.detail.requestConfig?.triggeringEvent?.type ?? "";
  if (asked.startsWith("melding") && isDirty(event.detail.target)) event.detail.shouldSwap = false;
});

document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll(MENUS)) {
    if (!menu.contains(target)) menu.open = false;
  }
});

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const menu of document.querySelectorAll(MENUS)) {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector("summary").focus();
  }
});
