/** Says which open days are today or over: the page was built on another day than it is read. */
export function markToday() {
  const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  for (const time of document.querySelectorAll("[data-days] time")) {
    if (time.dateTime < today) {
      time.append("，已过");
    } else if (time.dateTime === today) {
      time.append("，今天");
    }
  }
}
