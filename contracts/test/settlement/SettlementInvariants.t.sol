// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kind} from "../../src/interfaces/IRegistry.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Target} from "../../src/libraries/Target.sol";
import {World} from "../base/World.sol";
import {SettlementHandler} from "./SettlementHandler.sol";

contract SettlementInvariantsTest is World {
    SettlementHandler private handler;

    function setUp() public override {
        super.setUp();
        bytes32 pool = bytes32(Target.fromId(_register(ALICE, Kind.Model)));
        handler = new SettlementHandler(open, registry, staking, settlement, attributor, pool);
        open.transfer(address(handler), 9e26);
        handler.endow();
        targetActions(address(handler), handler.actions());
    }

    /// Every wei is where the books say: what came in, less what was claimed, plus open dispute bonds.
    function invariant_I2_Conservation() public view {
        vm.assertEq(open.balanceOf(address(settlement)), settlement.funded() - handler.paid() + handler.openBonds());
    }

    /// The newest accepted epoch promises exactly what is settled, and that has come in. I10: malformed epochs never become claimable, or
    /// this sum would not be that of an honest one.
    function invariant_I1_I10_AcceptedLeavesAreTheSealedSum() public view {
        uint256 total;
        for (uint256 i; i < handler.PAYEES(); ++i) {
            total += handler.entitled(handler.who(i));
        }
        vm.assertLe(settlement.settled(), settlement.funded());
        ISettlement.Epoch memory newest = settlement.epochOf(settlement.last());
        bool isOpen = newest.state == ISettlement.State.Disputed || newest.state == ISettlement.State.Pending;
        vm.assertEq(total, isOpen ? handler.settledBefore() : settlement.settled());
    }

    /// Monotone, and the handler pays whatever leaf it draws (I9): what it has not paid is what is still owed.
    function invariant_I3_I9_ClaimedIsAtMostTheNewestLeaf() public view {
        uint256 claimed;
        for (uint256 i; i < handler.PAYEES(); ++i) {
            bytes32 payee = handler.who(i);
            vm.assertLe(settlement.claimed(payee), handler.entitled(payee));
            vm.assertEq(settlement.claimed(payee), handler.highestClaim(payee));
            claimed += settlement.claimed(payee);
        }
        vm.assertEq(claimed, handler.paid());
    }

    function test_EveryActionOfTheHandlerHappensAndEveryShapeIsPosted() public {
        uint256 steps = 300;
        uint256[4] memory shapes;
        uint256 last;
        for (uint256 i; i < steps; ++i) {
            handler.step(uint256(keccak256(abi.encode(i))));
            if (settlement.last() != last) ++shapes[uint256(handler.shape())];
            last = settlement.last();
        }
        for (uint256 action; action < handler.ACTIONS(); ++action) {
            vm.assertGe(handler.happened(action) * 20, steps, "an action under 5 %");
        }
        for (uint256 shape; shape < 4; ++shape) {
            vm.assertGe(shapes[shape] * 20, last, "a shape under 5 %");
        }
        invariant_I2_Conservation();
        invariant_I1_I10_AcceptedLeavesAreTheSealedSum();
        invariant_I3_I9_ClaimedIsAtMostTheNewestLeaf();
    }
}
