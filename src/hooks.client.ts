// The first of our files that the router reads: what takes longest begins here.
import './routes/shell/opening.ts';
