/** Where what was made, or what stood here already, is to be seen. */
export function addressOf(made: {
	readonly programmeId: string | null;
	readonly planId: string | null;
}): string {
	if (made.programmeId !== null) return `/programma?p=${made.programmeId}`;
	return made.planId === null ? '/programma' : `/plan?plan=${made.planId}`;
}
