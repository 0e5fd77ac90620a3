"""How members of an association stand beside each other, without anybody's answers being told.

Statistics leave this package only as releases: frozen tables in which every figure rests on enough
members, and from which no figure that is hidden can be worked out. The words are those of
Hundepool et al., Statistical Disclosure Control (Wiley 2012), and of the ESSnet Handbook on
Statistical Disclosure Control (version 1.2, 2010).

**Who attacks, and what he knows.** He has every table of this and of earlier releases of the round,
the register, and the list of the members; he knows the rules and that no shown cell is wrong. A
member that attacks knows its own answers and that it took part. He does not know the lots of the
others: who of the members took part is not published.

**What is protected.** Every group of members that figures could be subtracted down to: not only
the cells of the tables but the atoms beneath them (`layout`), so that breakdowns which overlap
cannot be played off against each other. A group of fewer than k members (threshold rule) keeps a
protection interval: its count cannot be told within a range narrower than k. It is k, not k - 1:
two groups of two that are known to be four would otherwise be told together. Since every statistic
of a release uses one pattern, what cannot be told for the counts cannot be subtracted for the
answers either.

**How.** `disclosure.pattern` hides what is too small (primary suppression) and then, as long as the
bounds of a small group are too tight (`disclosure.watch`), the smallest of the cells that hold them
(secondary suppression). Earlier releases enter as views of their own (`disclosure.views`): the
members who are new, gone or changed since, as though every cell had been shown before; the small
groups of now, beside old figures of cells that hardly changed; and the small groups of then, beside
new figures of cells that did not change. A cell that was shown and did not change since is known
for good: hiding it later protects nothing. A cell that is hidden now and was shown before keeps its
earlier figures with their date, and so does one in which nothing changed: the date alone would tell
that somebody did (`release.former`). `disclosure.audit` then plays the attacker.
A member stays in the groups in which a release first counted it, whatever a new edition of the
register says: moved, it alone would be what one cell lost and another won.

Each subject has views of its own between releases (`release.by_subject`): of five members that
changed, perhaps one changed this question. Those whose value of a subject is new, gone or other
than it was are none or at least k wherever figures can be subtracted; else the subject's cell keeps
its earlier figures or is hidden. What a member said is compared by marks that are kept in private;
where they are missing, any change may have been of any subject, and the cell's old figures stay.

Then the same is done on a finer table, the atoms by the classes of the answer
(`disclosure.classes`): there distributions, medians and quartiles are played off against each
other. Where fewer answered than took part, the cells of that subject get a pattern of their own on
top of the common one. What is protected there:

- A small count of a class, as a small group is: within a range of k (threshold rule). So are those
  of cells as a whole, for of many atoms with one member each all could be known; and those of
  several hidden cells together, which a shown cell leaves beside its shown parts
  (`disclosure.rests`). A median is
  shown of k answers as their number is, and by itself leaves at most half of them to the classes on
  either side of it: less than one median leaves is never told by several figures together. Levels
  that are shown together are protected one by one, and together where an atom is of one mind.
- A group of one mind (group disclosure; Hundepool et al., 5.2). A cell whose answers are alike
  shows its number only; and no subtraction may tell of an atom that all its answers lie in one of
  the groups of classes that are shown. An atom in which nobody has an answer is one of them.
- What came and what went since each earlier release, as tables of their own: the difference of two
  distributions is a distribution of those who changed. Each is weighed as though the other was
  known, as it is where members only joined or only left. So a distribution is shown anew only in
  classes that hold none or at least k of those who came, and of those who went.
- What earlier releases told, in the cells in which no value changed since (`release.told`): an old
  figure beside new totals tells of now, and a new figure of what was hidden then tells of then.
  And where no value still stands: of a cell that all have left, the old figures are what went.
  Of cells that hold the same members now, the others' having left, a figure of one is of all.

The public lists are among what is known: of an atom no more can have answered than it has members,
nor more of a cell than took part where that is shown. Bounds then cannot be wider than there are
members; what would follow if no figure was shown is not told by a release.

Linked tables (ESSnet Handbook, 4.2): how many plan an application is both a share in its table and
the number in that of its routes, so both share one pattern. Who is asked a question only after a
certain answer tells that answer: there those who have no value are protected as well. Who plans
nothing at all is a class of the route over all, protected as any other.

**What is published of a hidden cell** is that it is hidden, never which of the reasons it was: who
knew that a cell is below the threshold would know its count to four values.

**What it cannot do.** Whoever runs the whole algorithm backwards may rule out some counts within
the protection interval (ESSnet Handbook, 4.2, on what the choice of cells tells), and members who
pool their answers are as one larger member. Taking part is no answer: where all members of a shown
cell took part, its number says so, and with the public list of members the numbers of hidden cells
beside it may follow, though no answers do. Differences are taken between pairs of releases; of
medians and quartiles only by the number of members whose value is new, gone or changed, and in
cells where none is. Between releases the numbers of a subject are weighed by how many members have
another value, or another answer, than they had; those who came and those who went together. Scores
are protected by their bands, not point by point. A sum in which some members count for and
strangers to them count against (a of state A less b of state B) is not counted as telling of
either: the margins of any published table give such differences, and for each of the two groups
every value that the protection interval holds stays possible, as the bounds show. It would tell
only who knows the other group from elsewhere; that is the case of members who pool their answers.
Where the strangers by chance are none (nobody of them took part, or changed anything), the sum is
that of the few alone, but only the holder of the round knows; so it is where others leave a group
whose old figures stay. A member's own values now less its values then is no such sum and is
counted; so are few beside whom strangers could only count for, and what came less what went of the
same groups (tests: `isolation`). How many of a shown cell have no answer, be it that they do not
know, that it does not apply or that they left it out, can be seen from the two numbers; never that
it is all of them. Comparisons of the same answers that are made apart from each other are not
audited together; releases of a round are.
A round that follows another is a survey of its own: everybody answers anew, for what was answered
until the release of the round before does not count again, and their releases stand side by side
without being weighed against each other.
"""
