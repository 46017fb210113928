package org.nafidha.journal.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nafidha.journal.JournalReader;
import org.nafidha.journal.internal.Sequencer.Pass;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The journal's background threads: the sequencer and one for each reader, started and stopped with the centre. */
@Component
class JournalThreads implements SmartLifecycle {

	private final Sequencer sequencer;
	private final Loop sequencing;
	private final Map<String, Loop> readers = new LinkedHashMap<>();
	private final Counter sequenced;
	private volatile boolean elsewhere;
	private volatile boolean running;

	JournalThreads(Sequencer sequencer, Cursors cursors, ObjectProvider<JournalReader> readers, JournalSettings settings, InstantSource clock,
			MeterRegistry metrics) {
		this.sequencer = sequencer;
		this.sequencing = new Loop("journal sequencer", settings.interval(), clock, this::sequence);
		this.sequenced = Counter.builder("nafidha.journal.sequenced").description("entries that this node gave a position").register(metrics);
		for (JournalReader reader : readers) {
			Loop loop = new Loop("journal reader " + reader.name(), settings.interval(), clock, () -> cursors.feed(reader));
			if (this.readers.put(reader.name(), loop) != null) {
				throw new IllegalStateException("two journal readers are named " + reader.name());
			}
		}
	}

	private boolean sequence() {
		Pass pass = sequencer.pass();
		elsewhere = pass instanceof Pass.Elsewhere;
		if (pass instanceof Pass.Done(int entries, boolean more) && entries > 0) {
			sequenced.increment(entries);
			readers.values().forEach(Loop::nudge);
			return more;
		}
		return false;
	}

	/** The sequencer's thread here. */
	Loop.State sequencing() {
		return sequencing.state();
	}

	/** Whether another node was at it at this node's last look. */
	boolean elsewhere() {
		return elsewhere;
	}

	/** The readers' threads by reader name. */
	Map<String, Loop.State> readers() {
		Map<String, Loop.State> states = new LinkedHashMap<>();
		readers.forEach((name, loop) -> states.put(name, loop.state()));
		return states;
	}

	@Override
	public void start() {
		sequencing.start();
		readers.values().forEach(Loop::start);
		running = true;
	}

	@Override
	public void stop() {
		List<Loop> loops = new ArrayList<>(readers.values());
		loops.add(sequencing);
		try {
			for (Loop loop : loops) {
				loop.stop();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		running = false;
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** Starts before the web server and stops after it: what was answered last still gets its position. */
	@Override
	public int getPhase() {
		return 0;
	}
}
