/**
 * The composer: an XHTML-subset template and its values become a tagged PDF/A-2a, PDF/UA-1 page in good Arabic typography.
 * Knows nothing of the register of documents, of keys or of Spring; see docs/adr/0003-page-composer.md.
 */
@org.jspecify.annotations.NullMarked
package org.nafidha.documents.paper;
