// A button beside a text that is there to be taken along; without this, one selects and copies it.
for (const button of document.querySelectorAll("[data-copy]")) {
  const status = document.querySelector(button.dataset.copyTold);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.querySelector(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select();
      return;
    }
    status.textContent = button.dataset.done;
  });
}
