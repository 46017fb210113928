package org.nafidha.calendar.internal;

import java.time.LocalTime;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.platform.CentreProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar of the city's units; {@code nafidha.closing-time} is when their working day ends. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

	@Bean
	WorkingCalendar workingCalendar(StoredDaysOff daysOff, CentreProperties centre, @Value("${nafidha.closing-time:15:30}") LocalTime closing) {
		return new UnitCalendar(daysOff, centre.zone(), closing);
	}
}
