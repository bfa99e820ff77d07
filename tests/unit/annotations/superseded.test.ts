import { describe, expect, it } from 'vitest';
import type { AnnotationPatch, Command, SpeakerPatch } from '@/lib/annotations/command';
import { isSuperseded } from '@/lib/annotations/superseded';
import { captureOf } from '@/lib/article/capture';
import { AT, HASH, KEY, READING, uuid } from '../components/sample-session';

const EARLY = '2026-11-24T08:00:00.000Z';
const LATE = '2026-11-24T08:00:01.000Z';
const ONE = uuid();
const OTHER = uuid();
const CAPTURE = captureOf({ reading: READING, articleKey: KEY, hash: HASH, readAt: AT }, AT);

const change = (patch: AnnotationPatch, at = EARLY, annotationId = ONE): Command => ({
  type: 'updateAnnotation',
  id: uuid(),
  at,
  annotationId,
  patch,
  capture: null,
});
const describeSpeaker = (patch: SpeakerPatch, at = EARLY, speakerId = ONE): Command => ({
  type: 'updateSpeaker',
  id: uuid(),
  at,
  speakerId,
  patch,
});
const presence = (type: 'deleteAnnotation' | 'restoreAnnotation', at = EARLY, annotationId = ONE): Command => ({
  type,
  id: uuid(),
  at,
  annotationId,
});

const placementId = uuid();
const place = (at = EARLY, annotationId = ONE, id = uuid()): Command => ({
  type: 'placeAnnotation',
  id: uuid(),
  at,
  annotationId,
  placement: { id, decision: 'accepted', segments: [], at },
  capture: CAPTURE,
});
const undoPlace = (id: string, at = EARLY, annotationId = ONE): Command => ({
  type: 'undoPlacement',
  id: uuid(),
  at,
  annotationId,
  placementId: id,
});

describe('a command is superseded', () => {
  it('by a later text of the same field', () => {
    expect(isSuperseded(change({ note: 'a' }), change({ note: 'ab' }, LATE))).toBe(true);
    expect(isSuperseded(change({ note: 'a' }), change({ note: 'ab' }))).toBe(true);
    expect(isSuperseded(describeSpeaker({ role: 'a' }), describeSpeaker({ role: 'ab' }, LATE))).toBe(true);
  });

  it('by a later choice of the same part of an attribution or a review', () => {
    const first = change({ attribution: { speakerId: ONE } });
    expect(isSuperseded(first, change({ attribution: { speakerId: OTHER, describedAs: null } }, LATE))).toBe(true);
    expect(isSuperseded(first, change({ attribution: { describedAs: null } }, LATE))).toBe(false);
    const disputed = change({ claim: { status: 'disputed' } });
    expect(isSuperseded(disputed, change({ claim: { status: 'false' } }, LATE))).toBe(true);
    expect(isSuperseded(disputed, change({ claim: { rating: null } }, LATE))).toBe(false);
  });

  it('by a later decision on the place of the annotation, or by its own undoing', () => {
    expect(isSuperseded(place(), place(LATE))).toBe(true);
    expect(isSuperseded(place(), place(LATE, OTHER))).toBe(false);
    expect(isSuperseded(place(EARLY, ONE, placementId), undoPlace(placementId, LATE))).toBe(true);
    expect(isSuperseded(place(), undoPlace(placementId, LATE))).toBe(false);
    expect(isSuperseded(undoPlace(placementId), place(LATE))).toBe(true);
    expect(isSuperseded(undoPlace(placementId), undoPlace(uuid(), LATE))).toBe(false);
  });

  it('by a later word on whether the annotation is deleted', () => {
    expect(isSuperseded(presence('deleteAnnotation'), presence('restoreAnnotation', LATE))).toBe(true);
    expect(isSuperseded(presence('restoreAnnotation'), presence('deleteAnnotation', LATE))).toBe(true);
    expect(isSuperseded(presence('deleteAnnotation'), presence('restoreAnnotation', LATE, OTHER))).toBe(false);
  });
});

describe('a command is not superseded', () => {
  it('by itself or by an earlier one', () => {
    const command = change({ note: 'ab' }, LATE);
    expect(isSuperseded(command, command)).toBe(false);
    expect(isSuperseded(command, change({ note: 'a' }))).toBe(false);
  });

  it('by a change of another record or of another field', () => {
    expect(isSuperseded(change({ note: 'a' }), change({ note: 'b' }, LATE, OTHER))).toBe(false);
    expect(isSuperseded(change({ note: 'a' }), change({ tags: [] }, LATE))).toBe(false);
    expect(isSuperseded(change({ note: 'a', tags: [] }), change({ note: 'b' }, LATE))).toBe(false);
    expect(isSuperseded(describeSpeaker({ role: 'a' }), describeSpeaker({ role: 'b' }, LATE, OTHER))).toBe(false);
    expect(isSuperseded(change({ note: 'a' }), presence('deleteAnnotation', LATE))).toBe(false);
  });
});
