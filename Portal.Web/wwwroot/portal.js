// The little that the browser must do itself: theme, clipboard, drafts, exact times in the reader's zone, dialogs and menus.
window.portal = {
  keep: (key, text) => localStorage.setItem(key, text),
  kept: key => localStorage.getItem(key),
  forget: key => localStorage.removeItem(key),
  show: dialog => { if (dialog && !dialog.open) dialog.showModal(); },
  focus: selector => document.querySelector(selector)?.focus(),
};

const root = document.documentElement;

document.addEventListener("click", async event => {
  const button = event.target.closest("button");
  if (button?.dataset.themeSwitch !== undefined) {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    document.cookie = `portal-theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`;
  }

  if (button?.dataset.copy !== undefined || button?.dataset.copyFrom) {
    const text = button.dataset.copyFrom ? document.getElementById(button.dataset.copyFrom).textContent : button.dataset.copy;
    await navigator.clipboard.writeText(text);
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1200);
  }

  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target) || event.target.closest(".panel button, .panel a")) menu.open = false;
  }
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("mouseover", event => {
  const time = event.target.closest?.("time[datetime]");
  if (time) time.title = new Date(time.dateTime).toLocaleString(undefined, { dateStyle: "full", timeStyle: "long" });
});

// Clock times come as UTC and are shown in the reader's zone; the text node stays Blazor's own.
const localise = time => { time.firstChild.nodeValue = new Date(time.dateTime).toLocaleTimeString(); };
new MutationObserver(changes => {
  for (const change of changes) {
    for (const node of change.addedNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) node.querySelectorAll("time[data-clock]").forEach(localise);
    }
  }
}).observe(root, { childList: true, subtree: true });
