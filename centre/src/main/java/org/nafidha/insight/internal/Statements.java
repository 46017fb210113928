package org.nafidha.insight.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nafidha.insight.CaseSearch;
import org.nafidha.insight.CaseSearch.Query;
import org.nafidha.insight.CaseSearch.State;
import org.nafidha.insight.CaseSearch.Which;

/**
 * The statements of a search. State, unit and procedure stand in front of the time in the indexes; where several of one are meant, a page is
 * taken from the range of each ({@code lateral}) and the pages are merged. What a search reads so depends on the pages, never on how many
 * cases there are.
 */
final class Statements {

	/** One more than a page, so that it is known whether another follows; it stands in the statements because their plans depend on it. */
	static final int LIMIT = CaseSearch.PAGE + 1;

	/** @param values of the parameters that only this statement has */
	record Ask(String sql, Map<String, Object> values) {
	}

	private static final String NEWEST = """
			select l.* from unnest(cast(:states as text[])) as s (state) %s
			cross join lateral (
			  select c.* from insight.case_line c
			  where c.state = s.state %s and c.opened_at >= :from and c.opened_at < :before
			    and (c.opened_at, c.number) < (:after, :afterNumber)
			  order by c.opened_at desc, c.number desc limit 51) l
			order by l.opened_at desc, l.number desc limit 51""";
	private static final String LATE = """
			select l.* from %s lateral (
			  select c.* from insight.case_line c
			  where c.state = 'running' %s and c.due_at < :now and c.opened_at >= :from and c.opened_at < :before
			    and (c.due_at, c.number) > (:after, :afterNumber)
			  order by c.due_at, c.number limit 51) l
			order by l.due_at, l.number limit 51""";

	static final String BY_NUMBER = """
			select distinct l.* from (
			  select c.* from insight.case_line c where c.number = :whole
			  union all
			  (select c.* from insight.case_line c where c.number ~>=~ :begin and c.number ~<~ :beyond
			     and (:all or c.unit = any(:units)) order by c.number using ~>~ limit 51)
			  union all
			  (select c.* from insight.case_line c where split_part(c.number, '-', 2) = any(:serials) limit 51)
			  union all
			  (select c.* from insight.case_line c where reverse(replace(c.number, '-', '')) ~>=~ :end and reverse(replace(c.number, '-', '')) ~<~ :beyondEnd
			     and (:all or c.unit = any(:units)) limit 51)) l
			where :all or l.unit = any(:units)
			order by l.opened_at desc, l.number desc limit 51""";
	static final String OF_PEOPLE = """
			select l.* from unnest(cast(:people as text[])) as p (person) cross join lateral (
			  select c.* from insight.case_line c where c.person = p.person and (:all or c.unit = any(:units)) order by c.opened_at desc limit 51) l
			order by l.opened_at desc, l.number desc limit 51""";

	private Statements() {
	}

	static Ask newest(Query query) {
		Map<String, Object> values = new HashMap<>();
		values.put("states", states(query.which()));
		String where = units(query, values) + procedure(query, values);
		return new Ask(NEWEST.formatted(query.units().isEmpty() ? "" : "cross join unnest(cast(:units as text[])) as u (unit)", where), values);
	}

	static Ask late(Query query) {
		Map<String, Object> values = new HashMap<>();
		String where = units(query, values) + procedure(query, values);
		return new Ask(LATE.formatted(query.units().isEmpty() ? "" : "unnest(cast(:units as text[])) as u (unit) cross join", where), values);
	}

	/** Word by word: "like all" would read everybody, as no index answers it. @param words at least one */
	static String people(int words) {
		return "select id from identity.name_for_insight where " + String.join(" and ", Collections.nCopies(words, "search_key like ?")) + " limit "
				+ (CaseSearch.MOST_PEOPLE + 1);
	}

	private static String units(Query query, Map<String, Object> values) {
		if (query.units().isEmpty()) {
			return "";
		}
		values.put("units", query.units().toArray(String[]::new));
		return "and c.unit = u.unit ";
	}

	private static String procedure(Query query, Map<String, Object> values) {
		if (query.procedure() == null) {
			return "";
		}
		values.put("procedure", query.procedure());
		return "and c.procedure = :procedure ";
	}

	private static String[] states(Which which) {
		List<State> states = switch (which) {
			case ANY -> List.of(State.values());
			case RUNNING, LATE -> List.of(State.RUNNING);
			case WAITING -> List.of(State.WAITING);
			case ENDED -> List.of(State.ENDED);
		};
		return states.stream().map(State::code).toArray(String[]::new);
	}
}
