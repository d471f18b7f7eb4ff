/** Says, once all of a list's days are over, so in its heading; and says which open days are today or over: the page was built on another day than it is read. */
export function markToday() {
  const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  for (const list of document.querySelectorAll("[data-days]")) {
    const isOver = [...list.querySelectorAll("time")].every((time) => time.dateTime < today);
    if (isOver && list.previousElementSibling) list.previousElementSibling.textContent = "这些开放日已经过了，新的还没公布";
  }
  for (const time of document.querySelectorAll("[data-days] time")) {
    if (time.dateTime < today) {
      time.append("，已过");
    } else if (time.dateTime === today) {
      time.append("，今天");
    }
  }
}

/** Counts the days again until a day to come: the page was built on another day than it is read. */
export function countDown() {
  const until = document.querySelector("[data-until]");
  const days = until && Math.round((Date.parse(until.dataset.until) - Date.parse(new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10))) / 864e5);
  if (!until || !(days > 0)) return until?.remove();
  until.querySelector("b").textContent = days;
}
