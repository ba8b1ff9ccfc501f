import { createContext } from 'svelte';
import type { Feedback } from '$lib/live/feedback/feedback.svelte';
import type { LiveSession } from '$lib/live/session.svelte';
import type { AppInstall } from './app-install.svelte';
import type { Removal } from './removal.svelte';

/** The one live session, and the set removed last: made in the layout, for every page below it. */
export const [getSession, setSession] = createContext<LiveSession>();
export const [getRemoval, setRemoval] = createContext<Removal>();
/** Whether the page can be installed, which the browser tells once. */
export const [getInstall, setInstall] = createContext<AppInstall>();
/** What tells of a rep, and the page's one way to make sounds. */
export const [getFeedback, setFeedback] = createContext<Feedback>();
