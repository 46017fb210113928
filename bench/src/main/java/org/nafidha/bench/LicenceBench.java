package org.nafidha.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.nafidha.agencies.sim.Faults;
import org.nafidha.agencies.sim.Options;
import org.nafidha.agencies.sim.Simulator;
import org.nafidha.bench.Clients.Pace;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Administrative licences in the old city from the application to the sealed document: the register and the violations read, civil registry
 * and interior asked over HTTP (simulated, without delay, a new person each time so that no answer is used again), papers checked, four
 * opinions at once, an inspection with three photographs, the decision, the fee in cash.
 */
final class LicenceBench implements Measurement {

	private static final String GROUP = "licence";
	private static final int CLIENTS = 8;
	private static final int REPEATS = 3;
	private static final Duration WARM_UP = Duration.ofSeconds(20);
	private static final Duration EACH = Duration.ofSeconds(10);
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Override
	public void measure(Report report) throws Exception {
		Path folder = Folders.freshHome("agencies");
		try (Simulator agencies = new Simulator(Options.quick(folder, 1, Faults.NONE), InstantSource.system());
				CentreInside centre = new CentreInside("licence", 200, "--nafidha.agencies.url=" + agencies.url(),
						"--nafidha.agencies.keys=" + folder);
				var owner = centre.owner()) {
			JdbcClient asOwner = JdbcClient.create(owner);
			Licences licences = new Licences(centre, PATIENCE);
			report.condition("licence", CLIENTS + " clients, " + REPEATS + " turns of " + EACH.toSeconds() + " s after " + WARM_UP.toSeconds()
					+ " s of warm-up; agencies in the same process, without delay");
			Clients.run(CLIENTS, WARM_UP, licences::lifecycle);
			List<Double> perSecond = new ArrayList<>();
			List<Double> statements = new ArrayList<>();
			List<Double> transitions = new ArrayList<>();
			for (int i = 0; i < REPEATS; i++) {
				double before = EngineBench.statements(asOwner);
				long moved = licences.transitions.get();
				Pace pace = Clients.run(CLIENTS, EACH, licences::lifecycle);
				perSecond.add(pace.perSecond());
				statements.add((EngineBench.statements(asOwner) - before) / pace.done());
				transitions.add((licences.transitions.get() - moved) / (double) pace.done());
			}
			report.add(new Figure(GROUP, "administrative licences, from application to sealed document", "lifecycles/s", perSecond));
			report.add(new Figure(GROUP, "transitions a lifecycle", "transitions", transitions));
			report.add(new Figure(GROUP, "statements a lifecycle, background work included", "statements", statements));
		}
	}
}
