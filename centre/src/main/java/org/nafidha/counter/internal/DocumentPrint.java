package org.nafidha.counter.internal;

import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.identity.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The sealed document, shown in the browser to be printed, while its owner's visit lasts. */
@Controller
class DocumentPrint {

	private final Visits visits;
	private final Screens screens;
	private final Documents documents;

	DocumentPrint(Visits visits, Screens screens, Documents documents) {
		this.visits = visits;
		this.screens = screens;
		this.documents = documents;
	}

	@GetMapping("/counter/visits/{visit}/cases/{number}/documents/{document}")
	ResponseEntity<byte[]> document(@PathVariable String visit, @PathVariable String number, @PathVariable String document,
			@AuthenticationPrincipal SignedIn.Staff clerk) {
		byte[] pdf = visits.find(visit, clerk).flatMap(found -> screens.caseOf(found, number))
				.flatMap(file -> documents.forCase(file.number()).stream().filter(issued -> issued.number().equals(document)).findFirst())
				.map(IssuedDocument::number).flatMap(documents::pdf).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(document + ".pdf").build().toString()).body(pdf);
	}
}
