package org.nafidha.office.internal;

import java.util.ArrayList;
import java.util.List;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.office.Desk.Brought;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Step;
import org.nafidha.tasks.Task;
import org.nafidha.web.Page;

/**
 * What the applicant brought, as the officer of a task may name it. The file's own name often tells whose it is, so whoever works
 * blind reads a number instead, on the page and on the downloaded file.
 */
record BroughtPapers(Task task, Procedure procedure, Page page) {

	List<Brought> of(List<Attachment> attachments) {
		List<Brought> brought = new ArrayList<>();
		for (Attachment attachment : attachments) {
			brought.add(task.blind() ? numbered(attachment, brought.size() + 1) : named(attachment));
		}
		return brought;
	}

	private Brought numbered(Attachment attachment, int number) {
		String digits = page.formats().number(number);
		String fileName = page.text("office.paper").replace("{number}", digits) + ending(attachment);
		return new Brought(attachment, title(attachment), page.say("office.paper", "number", page.number(number)), fileName);
	}

	private Brought named(Attachment attachment) {
		return new Brought(attachment, title(attachment), page.user(attachment.name()), attachment.name());
	}

	private String title(Attachment attachment) {
		Step inspection = attachment.photo() ? procedure.step(attachment.evidence().substring(Attachments.photoOf("").length())) : null;
		if (inspection != null) {
			return page.in(inspection.title());
		}
		return procedure.evidence().stream().filter(item -> item.id().equals(attachment.evidence())).map(Evidence::title).map(page::in).findFirst()
				.orElse("");
	}

	private static String ending(Attachment attachment) {
		return switch (attachment.mediaType()) {
			case "application/pdf" -> ".pdf";
			case "image/jpeg" -> ".jpg";
			case "image/png" -> ".png";
			default -> "";
		};
	}
}
