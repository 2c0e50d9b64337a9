import Book from '@lucide/svelte/icons/book-open';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Round from '@lucide/svelte/icons/footprints';
import Settings from '@lucide/svelte/icons/settings';
import Sun from '@lucide/svelte/icons/calendar-check';
import Users from '@lucide/svelte/icons/users';

/** The places that exist, in the order of the masthead. `key` follows `g`. */
export const places = [
	{ name: 'today', href: '/vandaag', key: 'v', icon: Sun },
	{ name: 'plan', href: '/plan', key: 'p', icon: Book },
	{ name: 'programme', href: '/programma', key: 'r', icon: ListChecks },
	{ name: 'field', href: '/veld', key: 'f', icon: Round },
	{ name: 'register', href: '/register', key: 'e', icon: Users },
	{ name: 'settings', href: '/beheer', key: 'b', icon: Settings }
] as const;

export type Place = (typeof places)[number];

export function isAt(place: Place, path: string): boolean {
	return path === place.href || path.startsWith(`${place.href}/`);
}
