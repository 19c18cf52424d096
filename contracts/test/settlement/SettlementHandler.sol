// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Open} from "../../src/Open.sol";
import {Registry} from "../../src/Registry.sol";
import {Settlement} from "../../src/Settlement.sol";
import {Staking} from "../../src/Staking.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {ISettlement, Source} from "../../src/interfaces/ISettlement.sol";
import {Target} from "../../src/libraries/Target.sol";
import {Epochs} from "../base/Epochs.sol";

/// Four people and a pool; an attributor that posts honest and malformed epochs at random, a watcher that proves what is malformed before
/// its window ends, people who dispute rightly and wrongly, an arbiter that may reject even an honest epoch, and claims of any age.
contract SettlementHandler is Epochs {
    enum Shape {
        Honest,
        Disorder,
        Decrease,
        Omission
    }

    uint256 public constant ACTIONS = 6;
    uint256 public constant PAYEES = 5;
    address private constant WATCHER = address(0x3A7C);

    address private immutable _escrowAt;
    bytes32[] public who;
    uint256[] public accepted; // epoch ids
    Shape public shape; // of the open epoch
    uint256 public victim; // index in `who`
    uint256 public openBonds;
    uint256 public paid;
    uint128 public settledBefore; // total of the newest accepted epoch
    mapping(bytes32 payee => uint128) public highestClaim;
    mapping(uint256 epoch => mapping(bytes32 payee => uint128)) public owed;
    mapping(uint256 action => uint256) public happened;
    uint256 private _now = block.timestamp;

    constructor(
        Open open_,
        Registry registry_,
        Staking staking_,
        Settlement settlement_,
        uint256 attributor_,
        bytes32 pool
    ) {
        (open, registry, staking, settlement) = (open_, registry_, staking_, settlement_);
        (attributor, _escrowAt) = (attributor_, settlement_.escrow());
        for (uint256 i; i < PAYEES - 1; ++i) {
            who.push(bytes32(0x10000 + 10 * i));
        }
        who.push(pool);
    }

    /// Not a test: the world is the caller's.
    function setUp() public override {}

    function endow() external {
        open.approve(address(settlement), type(uint256).max);
    }

    modifier timed() {
        vm.warp(_now);
        _;
        _now = block.timestamp;
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](ACTIONS);
        (selectors[0], selectors[1], selectors[2]) = (this.fund.selector, this.post.selector, this.dispute.selector);
        (selectors[3], selectors[4], selectors[5]) = (this.resolve.selector, this.close.selector, this.claim.selector);
    }

    function step(uint256 seed) external {
        uint256 action = seed % ACTIONS;
        if (action == 0) fund(seed >> 8, seed >> 16);
        else if (action == 1) post(seed >> 8);
        else if (action == 2) dispute(seed >> 8);
        else if (action == 3) resolve(seed >> 8);
        else if (action == 4) close();
        else claim(seed >> 8, seed >> 16);
    }

    function fund(uint256 amount, uint256 source) public timed {
        _fund(uint128(bound(amount, 1, 1e21)), source % 2 == 0 ? Source.Fees : Source.Emissions);
    }

    /// The newest epoch is closed first, as `seal` wants it.
    function post(uint256 seed) public timed {
        _close();
        if (settlement.funded() == settlement.settled()) _fund(uint128(1 + seed % 1e18), Source.Fees);
        _bond();
        _shape(seed);
        Epochs._post();
        ++happened[1];
    }

    function dispute(uint256 seed) public timed {
        if (!_isPending()) post(seed);
        uint256 id = settlement.last();
        open.transfer(BOB, settlement.disputeBond());
        vm.prank(BOB);
        settlement.dispute(id, "so they say");
        openBonds = settlement.disputeBond();
        ++happened[2];
    }

    /// A malformed epoch the arbiter always rejects; an honest one sometimes.
    function resolve(uint256 seed) public timed {
        if (openBonds == 0) dispute(seed);
        _resolve(shape == Shape.Honest && seed % 4 != 0);
        ++happened[3];
    }

    function close() public timed {
        _close();
        ++happened[4];
    }

    /// Never reverts while the leaf holds more than was paid, however old its epoch is.
    function claim(uint256 seed, uint256 pick) public timed {
        _close();
        if (accepted.length == 0) return;
        uint256 id = accepted[seed % accepted.length];
        uint256 leaf = 1 + pick % PAYEES;
        bytes32 payee = payees[id][leaf];
        uint128 before = settlement.claimed(payee);
        if (owed[id][payee] <= before) return;
        address account = Target.isTarget(payee) ? address(staking) : address(uint160(uint256(payee)));
        uint256 balance = open.balanceOf(account);
        settlement.claim(_claimOf(id, leaf));
        uint256 amount = owed[id][payee] - before;
        vm.assertEq(open.balanceOf(account) - balance, amount);
        paid += amount;
        if (owed[id][payee] > highestClaim[payee]) highestClaim[payee] = owed[id][payee];
        ++happened[5];
    }

    /// What a payee has in the newest accepted epoch.
    function entitled(bytes32 payee) public view returns (uint128) {
        return accepted.length == 0 ? 0 : owed[accepted[accepted.length - 1]][payee];
    }

    function _fund(uint128 amount, Source source) private {
        if (source == Source.Fees) {
            open.transfer(_escrowAt, amount);
            vm.prank(_escrowAt);
        }
        settlement.fund(amount, source);
        ++happened[0];
    }

    /// Who has been slashed comes back under another name: shares of one pool outgrow a uint128 after some 38 halvings.
    function _bond() private {
        if (staking.bondedOf(Target.fromId(attributor)) >= MIN_BOND) return;
        open.transfer(POSTER, MIN_BOND);
        attributor = _register(POSTER, Kind.Attributor);
        _stake(POSTER, attributor, MIN_BOND);
    }

    function _isPending() private view returns (bool) {
        ISettlement.Epoch memory e = settlement.epochOf(settlement.last());
        return e.state == ISettlement.State.Pending && block.timestamp < e.readyAt;
    }

    function _resolve(bool valid) private {
        uint256 id = settlement.last();
        vm.prank(COUNCIL);
        settlement.resolve(id, valid, 5_000);
        openBonds = 0;
    }

    /// Ends the newest epoch: the watcher proves what is malformed, the arbiter decides what is disputed, or time accepts it.
    function _close() private {
        uint256 id = settlement.last();
        ISettlement.State state = settlement.epochOf(id).state;
        bool isOpen = _isPending() || state == ISettlement.State.Disputed;
        if (isOpen && shape != Shape.Honest) {
            _prove(id);
            openBonds = 0;
        } else if (isOpen && state == ISettlement.State.Disputed) {
            _resolve(true);
        }
        if (settlement.epochOf(id).state != ISettlement.State.Pending) return;
        if (_isPending()) vm.warp(settlement.epochOf(id).readyAt);
        if (accepted.length != 0 && accepted[accepted.length - 1] == id) return;
        accepted.push(id);
        settledBefore = settlement.epochOf(id).total;
    }

    function _prove(uint256 id) private {
        vm.startPrank(WATCHER);
        if (shape == Shape.Disorder) {
            settlement.proveDisorder(_claimOf(id, victim + 1), _claimOf(id, victim + 2));
        } else {
            uint256 old = accepted[accepted.length - 1];
            ISettlement.Claim memory was = _claimOf(old, victim + 1);
            if (shape == Shape.Decrease) settlement.proveDecrease(was, _claimOf(id, victim + 1));
            else settlement.proveOmission(was, _claimOf(id, victim), _claimOf(id, victim + 1));
        }
        vm.stopPrank();
    }

    /// Leaves of the next epoch: what the newest accepted one entitles to, the new money shared at random, and one thing wrong or nothing.
    function _shape(uint256 seed) private {
        uint256 id = settlement.last() + 1;
        bytes32[] memory order = who;
        uint128[] memory amount = new uint128[](PAYEES);
        uint128 rest = settlement.funded();
        for (uint256 i; i < PAYEES; ++i) {
            amount[i] = entitled(order[i]);
            rest -= amount[i];
        }
        for (uint256 i; i < PAYEES - 1; ++i) {
            uint128 part = uint128(bound(uint256(keccak256(abi.encode(seed, i))), 0, rest));
            amount[i] += part;
            rest -= part;
        }
        amount[PAYEES - 1] += rest;
        (shape, victim) = (Shape(seed % 4), (seed >> 8) % (PAYEES - 1));
        uint128 was = entitled(order[victim]);
        if (shape == Shape.Disorder) {
            (order[victim], order[victim + 1]) = (order[victim + 1], order[victim]);
        } else if (shape != Shape.Honest && was == 0) {
            shape = Shape.Honest; // nothing to take yet
        } else if (shape == Shape.Decrease) {
            uint128 taken = amount[victim] - was + 1;
            (amount[victim], amount[victim + 1]) = (was - 1, amount[victim + 1] + taken);
        } else if (shape == Shape.Omission) {
            amount[victim + 1] += amount[victim];
            (order, amount) = (_without(order, victim), _without(amount, victim));
        }
        for (uint256 i; i < order.length; ++i) {
            owed[id][order[i]] = amount[i];
        }
        _leaves(order, amount);
    }

    function _without(bytes32[] memory all, uint256 gone) private pure returns (bytes32[] memory left) {
        left = new bytes32[](all.length - 1);
        for (uint256 i; i < left.length; ++i) {
            left[i] = all[i < gone ? i : i + 1];
        }
    }

    function _without(uint128[] memory all, uint256 gone) private pure returns (uint128[] memory left) {
        left = new uint128[](all.length - 1);
        for (uint256 i; i < left.length; ++i) {
            left[i] = all[i < gone ? i : i + 1];
        }
    }
}
