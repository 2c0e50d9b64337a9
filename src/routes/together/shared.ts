export { default as Exchange } from './Exchange.svelte';
export { default as MergeBar } from './MergeBar.svelte';
export { default as SafetyWordShared } from './SafetyWordShared.svelte';
export { default as Whos } from './Whos.svelte';
export { sharedSafety } from './safety.ts';
