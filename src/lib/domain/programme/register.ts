import type { AreaId, CovenantId, IndicatorId, PartnerId, PersonId, UnitId } from '../id.ts';
import type { Row } from './row.ts';

/** The register: who and where, shared by every plan and programme of one municipality. */
export interface PersonRow extends Row {
	id: PersonId;
	name: string;
	role: string | null;
	unitId: UnitId | null;
	isPortfolioHolder: boolean;
}
export interface UnitRow extends Row {
	id: UnitId;
	name: string;
	kind: 'unit' | 'team';
}
export interface PartnerRow extends Row {
	id: PartnerId;
	name: string;
	/** Null where the source does not say. */
	side: 'internal' | 'external' | null;
	contact: string | null;
}
export interface AreaRow extends Row {
	id: AreaId;
	name: string;
	/** GM/WK/BU code of Statistics Netherlands, or null for an own place. */
	code: string | null;
	kind: 'municipality' | 'district' | 'neighbourhood' | 'place';
	parentId: AreaId | null;
}
export interface IndicatorRow extends Row {
	id: IndicatorId;
	name: string;
	unit: string;
	/** Who counts it; `source` says where it was imported from. */
	origin: string | null;
	direction: 'up' | 'down' | 'hold' | null;
}
export interface CovenantRow extends Row {
	id: CovenantId;
	name: string;
	partners: PartnerId[];
	until: string | null;
}
