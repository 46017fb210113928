package org.nafidha.console.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.nafidha.cases.Cases;
import org.nafidha.console.InspectedDraw;
import org.nafidha.console.InspectedEntry;
import org.nafidha.console.Officers;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Act;
import org.nafidha.journal.Entry;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.journal.PublicLog;
import org.nafidha.journal.PublicLog.Checkpoint;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.CanonicalJson;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Procedures;
import org.nafidha.tasks.Draw;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an inspector of the journal is shown. */
@Service
class JournalConsole {

	private final Journal journal;
	private final PublicLog log;
	private final Cases cases;
	private final Tasks tasks;
	private final Staff staff;
	private final Procedures procedures;

	JournalConsole(Journal journal, PublicLog log, Cases cases, Tasks tasks, Staff staff, Procedures procedures) {
		this.journal = journal;
		this.log = log;
		this.cases = cases;
		this.tasks = tasks;
		this.staff = staff;
		this.procedures = procedures;
	}

	InspectedEntry inspect(Entry entry, boolean opened) {
		Checkpoint checkpoint = log.checkpoint().orElse(null);
		if (checkpoint == null || entry.position().isEmpty()) {
			return new InspectedEntry(entry, null, checkpoint, List.of(), opened);
		}
		PublicLog.Proof proof = log.inclusion(entry.position().getAsLong(), checkpoint.size()).orElse(null);
		return new InspectedEntry(entry, proof, checkpoint, drawn(entry), opened);
	}

	/** The officers whom entries name as actor or subject, by id: one question for the whole page. */
	Map<String, Staff.Named> officers(List<Entry> entries) {
		return staff.named(entries.stream().flatMap(entry -> Stream.of(Officers.id(entry.actor()), entry.subject())).distinct().toList());
	}

	/** The names of the procedures that entries are about, by id. */
	Map<String, LocalizedText> procedures(List<Entry> entries) {
		Map<String, LocalizedText> names = new HashMap<>();
		entries.stream().filter(entry -> entry.kind().startsWith("procedure.")).map(Entry::subject).distinct()
				.forEach(id -> procedures.current(id).ifPresent(procedure -> names.put(id, procedure.name())));
		return names;
	}

	/** The officers who could be drawn, by id: one question for the whole page. */
	Map<String, Staff.Named> drawable(List<InspectedDraw> draws) {
		return staff.named(draws.stream().flatMap(inspected -> inspected.draw().eligible().stream()).distinct().toList());
	}

	/** Looking into an entry is itself an act, about the same subject, so that whoever it concerns can see who looked and why. */
	@Transactional
	public void open(Entry entry, String purpose, SignedIn.Staff who) {
		journal.append(new Act("journal.read", entry.subject(), new Actor.Officer(who.officerId()),
				Map.of("entry", entry.id().value(), "purpose", purpose)));
	}

	List<InspectedDraw> draws(Task task) {
		List<Entry> written = journal.about(task.caseNumber());
		List<Draw> draws = tasks.draws(task.id());
		List<InspectedDraw> all = new ArrayList<>();
		for (Draw draw : draws) {
			boolean newest = draw.equals(draws.getLast());
			all.add(new InspectedDraw(draw, entryWith(draw, written), tasks.secretOf(draw.day()).orElse(null),
					newest ? tasks.replay(task.id()).orElse(null) : null));
		}
		return all;
	}

	/** The facts are canonical, so the draw stands in them letter by letter or not at all: alone, or among those of a consultation. */
	private static OptionalLong entryWith(Draw draw, List<Entry> written) {
		String facts = ":" + CanonicalJson.write(draw.facts());
		return written.stream().filter(entry -> entry.facts().contains(facts)).map(Entry::id).mapToLong(EntryId::value).findFirst();
	}

	private List<Long> drawn(Entry entry) {
		List<Long> drawn = new ArrayList<>();
		cases.find(entry.subject()).ifPresent(file -> file.visits().forEach(visit -> {
			Long task = visit.task();
			Long opening = visit.entry();
			if (task != null && opening != null && opening == entry.id().value()) {
				drawn.add(task);
			}
		}));
		return drawn;
	}
}
