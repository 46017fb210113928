package org.nafidha.cases;

/**
 * A holiday or a closure was declared, or taken back, and the dates of running cases have moved. Told until every listener has ended without an
 * exception, so it may come twice.
 *
 * @param edition {@link org.nafidha.calendar.WorkingCalendar#edition()}
 */
public record CalendarChanged(String edition) {
}
