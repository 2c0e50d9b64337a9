/** Opaque ids, branded per kind so that a theme never passes for a measure. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type WorkspaceId = Id<'workspace'>;
export type DeviceId = Id<'device'>;
export type PlanId = Id<'plan'>;
export type ProgrammeId = Id<'programme'>;
export type ThemeId = Id<'theme'>;
export type SectionId = Id<'section'>;
export type GoalId = Id<'goal'>;
export type ActionItemId = Id<'actionItem'>;
export type MeasureId = Id<'measure'>;
export type CheckItemId = Id<'checkItem'>;
export type PersonId = Id<'person'>;
export type AccountId = Id<'account'>;
export type UnitId = Id<'unit'>;
export type PartnerId = Id<'partner'>;
export type AreaId = Id<'area'>;
export type IndicatorId = Id<'indicator'>;
export type CovenantId = Id<'covenant'>;
export type FactId = Id<'fact'>;
