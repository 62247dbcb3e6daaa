package serve

import (
	"testing"
	"time"
)

// Books make room for others by when they were asked for, and go when their time is over.
func TestShelf(t *testing.T) {
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	s := newShelf(100)
	for _, key := range []string{"a", "b", "c"} {
		s.put(&book{key: key, cost: 30}, at)
	}
	s.get("a", at)
	s.look("b") // a list does not count as asking
	s.put(&book{key: "d", cost: 30}, at)
	for key, want := range map[string]bool{"a": true, "b": false, "c": true, "d": true} {
		if got := s.look(key) != nil; got != want {
			t.Errorf("%s is there: %v", key, got)
		}
	}
	s.put(&book{key: "large", cost: 500}, at)
	if s.look("large") == nil || s.order.Len() != 1 || s.used != 500 {
		t.Errorf("a large one stands with %d others, %d in use", s.order.Len()-1, s.used)
	}
	s.put(&book{key: "small", cost: 5, until: at.Add(time.Hour)}, at)
	s.put(&book{key: "small", cost: 7, until: at.Add(time.Hour)}, at) // again
	if s.used != 7 || s.timed != 1 {
		t.Errorf("%d in use, %d timed", s.used, s.timed)
	}
	if s.get("small", at.Add(59*time.Minute)) == nil || s.get("small", at.Add(time.Hour)) != nil || s.used != 0 || s.timed != 0 {
		t.Errorf("afterwards %d in use, %d timed", s.used, s.timed)
	}
	if s.remove("small") {
		t.Error("it was there still")
	}
}
