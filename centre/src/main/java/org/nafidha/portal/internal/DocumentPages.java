package org.nafidha.portal.internal;

import java.nio.charset.StandardCharsets;
import org.nafidha.cases.Cases;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Journal;
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

/** A citizen's own documents, and the proof that their issue stands in the journal. */
@Controller
class DocumentPages {

	private final Cases cases;
	private final Documents documents;
	private final Journal journal;

	DocumentPages(Cases cases, Documents documents, Journal journal) {
		this.cases = cases;
		this.documents = documents;
		this.journal = journal;
	}

	@GetMapping("/my/cases/{number}/documents/{document}")
	ResponseEntity<byte[]> pdf(@PathVariable String number, @PathVariable String document, @AuthenticationPrincipal SignedIn.Citizen who) {
		byte[] pdf = documents.pdf(own(number, document, who).number()).orElseThrow(DocumentPages::notFound);
		return download(pdf, MediaType.APPLICATION_PDF, document + ".pdf");
	}

	/** Within two seconds of the issue the journal may not have reached it: then 404, and the same address works a moment later. */
	@GetMapping("/my/cases/{number}/documents/{document}/receipt")
	ResponseEntity<byte[]> receipt(@PathVariable String number, @PathVariable String document, @AuthenticationPrincipal SignedIn.Citizen who) {
		String json = journal.receipt(own(number, document, who).entry()).orElseThrow(DocumentPages::notFound).json();
		return download(json.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, document + "-receipt.json");
	}

	private IssuedDocument own(String number, String document, SignedIn.Citizen who) {
		MyPages.own(cases, number, who);
		return documents.forCase(number).stream().filter(issued -> issued.number().equals(document)).findFirst().orElseThrow(DocumentPages::notFound);
	}

	private static ResponseEntity<byte[]> download(byte[] content, MediaType type, String name) {
		return ResponseEntity.ok().contentType(type)
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(content);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}
}
