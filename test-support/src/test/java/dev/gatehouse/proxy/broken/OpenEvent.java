package dev.gatehouse.proxy.broken;

interface OpenEvent {}
