package org.nafidha.office.internal;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.correspondence.Opinions;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.office.Desk;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.web.Form;
import org.nafidha.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The officer's screen: the next task, its file, the decision. Nobody chooses. */
@Controller
class OfficePages {

	private static final String MARK = "mark.";

	private final Tasks tasks;
	private final Cases cases;
	private final Attachments attachments;
	private final DeskBuilder desks;
	private final Photos photos;
	private final DeskAside aside;

	OfficePages(Tasks tasks, Cases cases, Attachments attachments, DeskBuilder desks, Photos photos, DeskAside aside) {
		this.tasks = tasks;
		this.cases = cases;
		this.attachments = attachments;
		this.desks = desks;
		this.photos = photos;
		this.aside = aside;
	}

	@GetMapping("/office")
	String next(@AuthenticationPrincipal SignedIn.Staff who, Page page, Model model) {
		model.addAttribute("day", tasks.day(who.officerId()));
		Optional<Task> next = atHand(who.officerId());
		if (next.isPresent() && next.get().step().equals(Opinions.STEP)) {
			return "redirect:/office/opinions/" + next.get().id();
		}
		return next.isEmpty() ? "office/nothing" : show(next.get(), Form.empty(), List.of(), page, model);
	}

	/** The task due first that does not wait for another unit's answer; when all of them wait, the one due first. */
	private Optional<Task> atHand(String officer) {
		Optional<Task> first = tasks.next(officer);
		return first.filter(task -> !aside.awaited(task.id()))
				.or(() -> tasks.open(officer).stream().filter(task -> !aside.awaited(task.id())).findFirst()).or(() -> first);
	}

	private String show(Task task, Form form, List<Attachment> held, Page page, Model model) {
		model.addAttribute("desk", desks.desk(task, page, held));
		model.addAttribute("beside", aside.of(task));
		model.addAttribute("form", form);
		return "office/desk";
	}

	@PostMapping("/office/tasks/{id}")
	String decide(@PathVariable long id, @RequestParam Map<String, String> typed,
			@RequestParam(name = Photos.FIELD, required = false) List<MultipartFile> sent,
			@AuthenticationPrincipal SignedIn.Staff who, Page page, Model model, RedirectAttributes flash) {
		Form form = Form.of(typed);
		require(form, "outcome", "office.outcome.missing");
		require(form, "reason", "office.reason.missing");
		if (aside.awaited(id)) {
			form.reject(Form.WHOLE, Refusal.of("opinion.awaited"));
		}
		List<Attachment> held = photos(id, form, sent == null ? List.of() : sent, who);
		Result<CaseFile> result = form.wrong()
				? Refusal.of("input.invalid").asResult()
				: cases.decide(new Decision(form.value("key"), id, new Actor.Officer(who.officerId()), form.value("outcome"), form.value("reason"),
						blankToNull(form.value("message")), blankToNull(form.value("note")),
						new Decision.OnSite(held.stream().map(Attachment::id).toList(), form.value("place")), marks(typed)));
		return switch (result) {
			case Result.Ok<CaseFile>(CaseFile file) -> {
				flash.addFlashAttribute("decided", file.number());
				yield "redirect:/office";
			}
			case Result.Refused<CaseFile>(Refusal refusal) -> refused(new Refused(id, form, held, refusal), who, page, model);
		};
	}

	/** An answer to the applicant, from the same form: what is being decided stays as far as it has come. */
	@PostMapping("/office/tasks/{id}/letters")
	String answer(@PathVariable long id, @RequestParam Map<String, String> typed,
			@RequestParam(name = Photos.FIELD, required = false) List<MultipartFile> sent, @AuthenticationPrincipal SignedIn.Staff who, Page page,
			Model model) {
		Form form = Form.of(typed);
		List<Attachment> held = photos(id, form, sent == null ? List.of() : sent, who);
		model.addAttribute("answered", "office.letters.sent");
		return goOn(id, form, held, aside.answer(form, id, who), who, page, model);
	}

	/** A question to another unit, in the same way. */
	@PostMapping("/office/tasks/{id}/opinions")
	String ask(@PathVariable long id, @RequestParam Map<String, String> typed,
			@RequestParam(name = Photos.FIELD, required = false) List<MultipartFile> sent, @AuthenticationPrincipal SignedIn.Staff who, Page page,
			Model model) {
		Form form = Form.of(typed);
		List<Attachment> held = photos(id, form, sent == null ? List.of() : sent, who);
		model.addAttribute("answered", "office.opinions.sent");
		return goOn(id, form, held, aside.ask(form, id, who), who, page, model);
	}

	private String goOn(long id, Form form, List<Attachment> held, Result<Form> done, SignedIn.Staff who, Page page, Model model) {
		return switch (done) {
			case Result.Ok<Form>(Form rest) -> {
				model.addAttribute("day", tasks.day(who.officerId()));
				yield show(tasks.find(id).orElseThrow(), rest, held, page, model);
			}
			case Result.Refused<Form>(Refusal refusal) -> {
				model.addAttribute("answered", "");
				yield refused(new Refused(id, form, held, refusal), who, page, model);
			}
		};
	}

	/** A task at a step of the procedure: an opinion that is asked for has a desk of its own, and nothing is decided there. */
	private Optional<Task> deskTask(long id) {
		return tasks.find(id).filter(task -> !task.step().equals(Opinions.STEP));
	}

	/** Of the officer's own inspection; nothing is taken in for anything else. */
	private List<Attachment> photos(long id, Form form, List<MultipartFile> sent, SignedIn.Staff who) {
		Optional<DeskBuilder.Matter> matter = deskTask(id).filter(task -> task.open() && who.officerId().equals(task.officer())).map(desks::matter)
				.filter(one -> one.step().onSite() != null);
		return matter.map(one -> photos.take(form, one.file(), one.step(), sent)).orElse(List.of());
	}

	/** A decision that was not taken, with everything that was sent. */
	private record Refused(long task, Form form, List<Attachment> held, Refusal refusal) {
	}

	private String refused(Refused not, SignedIn.Staff who, Page page, Model model) {
		long id = not.task();
		Form form = not.form();
		Refusal refusal = not.refusal();
		Task task = deskTask(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		boolean once = tasks.draws(id).stream().anyMatch(draw -> who.officerId().equals(draw.officer()));
		if (!once) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		if (!who.officerId().equals(task.officer())) {
			return conflict(page.say("office.passed-on"), form, page, model);
		}
		if (!task.open()) {
			return conflict(page.refusal(refusal), form, page, model);
		}
		if (!form.wrong()) {
			form.reject(fieldOf(form, refusal), refusal);
		}
		model.addAttribute("day", tasks.day(who.officerId()));
		return show(task, form, not.held(), page, model);
	}

	/** One box for each answer and paper, named after it. */
	private static Map<String, String> marks(Map<String, String> typed) {
		return typed.entrySet().stream().filter(field -> field.getKey().startsWith(MARK) && !field.getValue().isBlank())
				.collect(Collectors.toMap(field -> field.getKey().substring(MARK.length()), Map.Entry::getValue));
	}

	private static String fieldOf(Form form, Refusal refusal) {
		return switch (refusal.code()) {
			case "mark.too-long" -> MARK + refusal.values().get("field");
			case "inspection.place" -> "place";
			case "inspection.photos" -> Photos.FIELD;
			case "reason.unknown" -> "reason";
			case "outcome.unknown" -> "outcome";
			case "letter.empty", "letter.too-long" -> form.value("opinion-unit").isEmpty() ? "letter" : "opinion";
			case "opinion.unit" -> "opinion-unit";
			default -> Form.WHOLE;
		};
	}

	/** What the officer wrote is shown once more: it was not saved, and it shall not be lost. */
	private static String conflict(Content what, Form form, Page page, Model model) {
		Stream<Content> written = Stream.of("message", "note", "letter", "opinion").map(form::value).filter(text -> !text.isBlank())
				.map(text -> page.say("office.you-wrote", "text", page.user(text)));
		model.addAttribute("changes", Stream.concat(Stream.of(what), written).toList());
		model.addAttribute("href", "/office");
		model.addAttribute("go", page.text("office.next"));
		return "web/conflict";
	}

	@GetMapping("/office/tasks/{id}/draw")
	String draw(@PathVariable long id, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		Task task = ofOfficer(id, who);
		model.addAttribute("task", task);
		model.addAttribute("me", who.officerId());
		model.addAttribute("draw", tasks.draws(id).getLast());
		model.addAttribute("replay", tasks.replay(id).orElse(null));
		model.addAttribute("secret", tasks.secretOf(tasks.draws(id).getLast().day()).orElseThrow());
		return "office/draw";
	}

	/** Only while the decision is to be made: afterwards nothing needs the papers on this desk. */
	@GetMapping("/office/tasks/{id}/papers/{attachment}")
	ResponseEntity<byte[]> paper(@PathVariable long id, @PathVariable String attachment, @AuthenticationPrincipal SignedIn.Staff who, Page page) {
		Desk.Brought found = Optional.of(ofOfficer(id, who)).filter(Task::open).flatMap(task -> desks.brought(task, attachment, page))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ContentDisposition name = ContentDisposition.attachment().filename(found.fileName(), StandardCharsets.UTF_8).build();
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.attachment().mediaType()))
				.header(HttpHeaders.CONTENT_DISPOSITION, name.toString()).body(attachments.content(found.attachment()));
	}

	private Task ofOfficer(long id, SignedIn.Staff who) {
		return tasks.find(id).filter(task -> who.officerId().equals(task.officer()))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static void require(Form form, String field, String code) {
		if (form.value(field).isBlank()) {
			form.reject(field, Refusal.of(code));
		}
	}

	private static @org.jspecify.annotations.Nullable String blankToNull(String text) {
		return text.isBlank() ? null : text.strip();
	}
}
