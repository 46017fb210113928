package org.nafidha.office.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.procedures.Step;
import org.nafidha.web.Form;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The photographs of an inspection: taken in as they come, held by the form when something else on it is wrong, part of the case with the decision. */
@Component
record Photos(Attachments attachments) {

	static final String FIELD = "photos";
	static final String HELD = "held";

	/** Those the form holds and those it sends now; files that cannot be taken mark the field. */
	List<Attachment> take(Form form, CaseFile file, Step.Review step, List<MultipartFile> sent) {
		String kind = Attachments.photoOf(step.id());
		List<Attachment> photos = new ArrayList<>();
		Arrays.stream(form.value(HELD).split(",")).distinct().limit(Attachments.MOST_OF_CASE).flatMap(id -> attachments.find(id).stream())
				.filter(photo -> photo.evidence().equals(kind) && photo.person().equals(file.personId())).forEach(photos::add);
		for (MultipartFile photo : sent) {
			String name = photo.getOriginalFilename();
			if (name != null && !name.isEmpty() && photos.size() < Attachments.MOST_OF_CASE) {
				accept(form, file, kind, name, photo, photos);
			}
		}
		return photos;
	}

	private void accept(Form form, CaseFile file, String kind, String name, MultipartFile photo, List<Attachment> photos) {
		try (InputStream content = photo.getInputStream()) {
			form.take(FIELD, attachments.accept(file.personId(), kind, name, content)).ifPresent(photos::add);
		} catch (IOException e) {
			throw new UncheckedIOException("a photograph could not be read", e);
		}
	}
}
