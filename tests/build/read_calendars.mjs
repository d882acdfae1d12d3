// Reads calendars with ical.js: node read_calendars.mjs <ical.js> <last day> <calendar>…
// Prints for each calendar what is in it: key, start and end, days as they are and moments in UTC.
import { readFileSync } from "node:fs";
const [library, last, ...paths] = process.argv.slice(2);
const { default: ICAL } = await import(library);
const until = ICAL.Time.fromDateString(last);
const said = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const occurrences = (event) => {
  const found = [], all = event.iterator();
  for (let start = all.next(); start.compare(until) < 0; start = all.next()) {
    found.push(event.getOccurrenceDetails(start));
  }
  return found;
};
const read = (path) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  return calendar.getAllSubcomponents("vevent").flatMap((part) => {
    const event = new ICAL.Event(part);
    const found = event.isRecurring() ? occurrences(event) : [event];
    return found.map(({ startDate, endDate }) => [event.uid.split("@")[0], said(startDate), said(endDate)]);
  });
};
console.log(JSON.stringify(paths.map(read)));
