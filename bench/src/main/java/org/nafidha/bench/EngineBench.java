package org.nafidha.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.nafidha.bench.Clients.Pace;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lifecycles of a five-transition permit through the engine (lock, rules, draw, journal, commit), with 16 clients, against the floor of
 * {@link BareTransitions} on the same server in the same run: in turns, so that both meet the same machine.
 */
final class EngineBench implements Measurement {

	private static final String GROUP = "engine";
	private static final int CLIENTS = 16;
	private static final int REPEATS = 5;
	private static final Duration WARM_UP = Duration.ofSeconds(60);
	private static final Duration EACH = Duration.ofSeconds(10);

	@Override
	public void measure(Report report) throws Exception {
		try (CentreInside centre = new CentreInside("engine", 200); var owner = centre.owner()) {
			JdbcClient asOwner = JdbcClient.create(owner);
			BareTransitions floor = new BareTransitions(centre.bean(DataSource.class), asOwner);
			Permits permits = new Permits(centre.bean(Cases.class), centre.bean(Tasks.class));
			report.condition("database", Conditions.ofDatabase(asOwner));
			report.condition("engine", CLIENTS + " clients, " + REPEATS + " turns of " + EACH.toSeconds() + " s each, after " + WARM_UP.toSeconds()
					+ " s of warm-up each");
			Clients.run(CLIENTS, EACH, floor::lifecycle);
			Clients.run(CLIENTS, WARM_UP, permits::lifecycle);
			List<Double> bare = new ArrayList<>();
			List<Double> engine = new ArrayList<>();
			List<Cost> costs = new ArrayList<>();
			for (int i = 0; i < REPEATS; i++) {
				bare.add(Clients.run(CLIENTS, EACH, floor::lifecycle).perSecond());
				Cost before = Cost.soFar(asOwner);
				Pace pace = Clients.run(CLIENTS, EACH, permits::lifecycle);
				engine.add(pace.perSecond());
				costs.add(Cost.soFar(asOwner).since(before).per(pace.done() * BareTransitions.PER_LIFECYCLE));
			}
			report.add(new Figure(GROUP, "five-transition permits through the engine, journal included", "lifecycles/s", engine));
			report.add(new Figure(GROUP, "floor: five bare transactions of four statements", "lifecycles/s", bare));
			report.add(Figure.of(GROUP, "the engine's share of the floor (aim: 60)", "%", ratios(engine, bare)));
			report.add(new Figure(GROUP, "statements a transition, background work included", "statements",
					costs.stream().map(Cost::statements).toList()));
			report.add(new Figure(GROUP, "write-ahead log a transition, background work included", "bytes",
					costs.stream().map(Cost::walBytes).toList()));
		}
	}

	/** Each turn of the engine against the turn of the floor before it. */
	private static double[] ratios(List<Double> engine, List<Double> bare) {
		double[] ratios = new double[engine.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = 100 * engine.get(i) / bare.get(i);
		}
		return ratios;
	}

	/** What the application role has asked of the server so far; begin and commit are not counted. */
	static double statements(JdbcClient owner) {
		return owner.sql("""
				select coalesce(sum(s.calls), 0)::float8 from pg_stat_statements s
				where s.userid = 'nafidha_app'::regrole and s.query !~* '^(begin|commit|rollback|set|show|savepoint|release)'
				""").query(Double.class).single();
	}

	/** What the application role has asked of the server; begin and commit are not counted as statements. */
	private record Cost(double statements, double walBytes) {

		static Cost soFar(JdbcClient owner) {
			double calls = EngineBench.statements(owner);
			Double wal = owner.sql("select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::float8").query(Double.class).single();
			return new Cost(calls, wal);
		}

		Cost since(Cost before) {
			return new Cost(statements - before.statements, walBytes - before.walBytes);
		}

		Cost per(long transitions) {
			return new Cost(statements / transitions, walBytes / transitions);
		}
	}

	/** Files a permit and decides its four steps as the officers who were drawn. */
	private record Permits(Cases cases, Tasks tasks) {

		CaseFile lifecycle() {
			String person = "bench-" + UUID.randomUUID();
			CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "bench-permit", Channel.PORTAL, person, null, Map.of("note", "n"),
					new Actor.Citizen(person))).orThrow();
			while (!file.ended()) {
				Long number = file.openVisits().getFirst().task();
				Task task = tasks.find(number == null ? 0 : number).orElseThrow();
				file = cases.decide(
						new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), "done", "fine",
								null, null))
						.orThrow();
			}
			return file;
		}
	}
}
