package org.nafidha.portal.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.web.Form;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Papers sent with a form: one file field for each evidence that comes from the citizen, named by its id. */
@Component
class Papers {

	/** The field with the ids of papers that came with an earlier sending of a form, which something else kept from being taken. */
	static final String HELD = "held";

	private final Attachments attachments;

	Papers(Attachments attachments) {
		this.attachments = attachments;
	}

	/** Takes in what was sent, and marks the fields of files that cannot be taken. Answers with the ids of the rest. */
	List<String> take(Form form, String person, List<Evidence> asked, Map<String, MultipartFile> files) {
		List<String> taken = new ArrayList<>();
		for (Evidence evidence : asked) {
			MultipartFile file = files.get(evidence.id());
			String name = file == null ? null : file.getOriginalFilename();
			if (file != null && name != null && !name.isEmpty()) {
				try (InputStream content = file.getInputStream()) {
					form.take(evidence.id(), attachments.accept(person, evidence.id(), name, content)).map(Attachment::id).ifPresent(taken::add);
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			}
		}
		return taken;
	}

	/** False, with the first field that sends a file marked, when these files are more than there is room for beside the papers that are there. */
	static boolean room(Form form, int there, List<Evidence> asked, Map<String, MultipartFile> files) {
		List<String> sending = asked.stream().map(Evidence::id).filter(id -> sends(files.get(id))).toList();
		if (sending.isEmpty() || there + sending.size() <= Attachments.MOST_OF_CASE) {
			return true;
		}
		form.reject(sending.getFirst(), Refusal.of("papers.too-many", "max", Integer.toString(Attachments.MOST_OF_CASE)));
		return false;
	}

	/** What came with this sending of a form and with earlier ones; it joins a case together with the answers, or not at all. */
	List<Attachment> brought(Form form, String person, List<Attachment> there, List<Evidence> asked, Map<String, MultipartFile> files) {
		List<String> ids = Arrays.stream(form.value(HELD).split(",")).filter(id -> !id.isBlank()).distinct().limit(Attachments.MOST_OF_CASE).toList();
		List<Attachment> brought = new ArrayList<>(find(person, ids));
		brought.removeAll(there);
		if (room(form, there.size() + brought.size(), asked, files)) {
			brought.addAll(find(person, take(form, person, asked, files)));
		}
		return brought;
	}

	static boolean sends(List<Evidence> asked, Map<String, MultipartFile> files) {
		return asked.stream().anyMatch(evidence -> sends(files.get(evidence.id())));
	}

	private static boolean sends(@Nullable MultipartFile file) {
		String name = file == null ? null : file.getOriginalFilename();
		return name != null && !name.isEmpty();
	}

	/** Those of the ids that are this person's. */
	List<Attachment> find(String person, List<String> ids) {
		return ids.stream().flatMap(id -> attachments.find(id).stream()).filter(paper -> paper.person().equals(person)).toList();
	}

	/** What the citizen brought. */
	List<Attachment> of(String caseNumber) {
		return attachments.of(caseNumber).stream().filter(paper -> !paper.photo()).toList();
	}
}
