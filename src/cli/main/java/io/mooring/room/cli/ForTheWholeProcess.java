package io.mooring.room.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that decides for the whole process, once, what everything else may neither ask the
 * machine for nor set: the build forbids it elsewhere.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface ForTheWholeProcess {}
