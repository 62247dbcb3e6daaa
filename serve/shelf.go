package serve

import (
	"container/list"
	"sync"
	"time"

	"shuzheng/policy"
)

// A shelf holds extracted documents in bounded memory: those asked for longest ago
// make room.
type shelf struct {
	mu    sync.Mutex
	room  int64
	used  int64
	order *list.List // of *book, the last one asked for in front
	books map[string]*list.Element
	timed int // books that go when their time is over
}

// A book is a document on a shelf, with what is shown of it in a list.
type book struct {
	key     string
	doc     *policy.Document
	summary *summary
	err     error // why there is none
	cost    int64
	until   time.Time // zero for ever
}

func newShelf(room int64) *shelf {
	return &shelf{room: room, order: list.New(), books: map[string]*list.Element{}}
}

// get gives the book of a key, nil if it is not there or its time is over.
func (s *shelf) get(key string, now time.Time) *book {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sweep(now)
	e := s.books[key]
	if e == nil {
		return nil
	}
	s.order.MoveToFront(e)
	return e.Value.(*book)
}

// look is get for a list: nobody asked for the document itself.
func (s *shelf) look(key string) *book {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e := s.books[key]; e != nil {
		return e.Value.(*book)
	}
	return nil
}

// put places a book. One that is larger than the shelf stands there alone.
func (s *shelf) put(b *book, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sweep(now)
	s.drop(b.key)
	s.books[b.key] = s.order.PushFront(b)
	s.used += b.cost
	if !b.until.IsZero() {
		s.timed++
	}
	for s.used > s.room && s.order.Len() > 1 {
		s.drop(s.order.Back().Value.(*book).key)
	}
}

// remove takes a book away, and says whether it was there.
func (s *shelf) remove(key string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, there := s.books[key]
	s.drop(key)
	return there
}

func (s *shelf) drop(key string) {
	if e := s.books[key]; e != nil {
		b := e.Value.(*book)
		s.used -= b.cost
		if !b.until.IsZero() {
			s.timed--
		}
		s.order.Remove(e)
		delete(s.books, key)
	}
}

// sweep drops what has been there long enough.
func (s *shelf) sweep(now time.Time) {
	for e := s.order.Back(); e != nil && s.timed > 0; {
		b, before := e.Value.(*book), e.Prev()
		if !b.until.IsZero() && !now.Before(b.until) {
			s.drop(b.key)
		}
		e = before
	}
}

// errorCost is what a book without a document takes.
const errorCost = 1 << 10

// costOf estimates the memory that a document takes, in bytes.
func costOf(doc *policy.Document) int64 {
	n := len(doc.Source.Bytes) + 4*doc.Content.Len() + 1200*len(doc.Figures) + 64*len(doc.Numerals) + 256*len(doc.Blocks) + 400*len(doc.Checks) + 512
	for i := range doc.Tables {
		n += 256 + 200*len(doc.Tables[i].Cells)
	}
	return int64(n)
}
