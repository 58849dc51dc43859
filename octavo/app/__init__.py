"""What people and the clock ask for: the desk, the engine, the stages, and each activity of readers and owners."""
