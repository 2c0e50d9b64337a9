import { createContext } from 'svelte';
import type { Review } from './review.svelte.ts';

/** The review of this screen, for the rows deep in it. */
export const [useReview, provideReview] = createContext<Review>();
