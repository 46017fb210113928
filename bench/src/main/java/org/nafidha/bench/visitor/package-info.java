/**
 * People at the centre's real screens, over HTTP and without scripts: a browser ({@link org.nafidha.bench.visitor.Visitor}) and, on top
 * of it, what a citizen, a clerk, an officer and anybody with a document in hand can do. One object is one person: not thread-safe, but
 * any number of them may share one {@code HttpClient}. Every act throws {@link org.nafidha.bench.visitor.WrongPage} when the centre
 * answered with something else than the act leads to, and any other {@code IOException} when it did not answer.
 */
@org.jspecify.annotations.NullMarked
package org.nafidha.bench.visitor;
