package org.gatewright.port.http;

/**
 * The door that every request comes through. It is a service once the servlet container has taken it, and carries nothing: a
 * servlet beside it refers to it, because the container may lose a servlet that comes while the listeners open, and because no
 * request may find a way around the door.
 */
public interface Entry {}
